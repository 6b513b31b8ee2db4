import type { Problem } from '../../../data/corpus/problem.ts';
import type { ModelEvent, ModelGiven } from '../../embeddings/open-model.ts';
import type { Question } from '../../forward.ts';

/** What an archive in a thread is made of: paths, for documents are slow to hand over. */
export type Given = {
  corpus: readonly string[];
  names: string | undefined;
  /** Keeps the index from one start to the next. */
  snapshot: string | undefined;
  /** A model that tells likeness in meaning; left out where there is none. */
  model?: ModelGiven | undefined;
};

/** The corpus as it was read once; the first is number 0. */
export type Version = number;

/** What the thread is told, by a number. */
export type Call = { number: number } & (
  | {
      kind: 'question';
      version: Version;
      /** The moment after which nobody waits for the answer. */
      dropAt: number;
      question: Question;
    }
  | { kind: 'reload' }
);

/** Classes of errors don't cross threads, so what a person can mend is told by its parts. */
export type Unread = { kind: 'unread'; problems?: readonly Problem[]; message: string };

/** What came of reading the corpus again. */
export type Reloaded =
  | { kind: 'reloaded'; version: Version; documents: number; changed: number; removed: number }
  /** So much is new that another thread had better read it. */
  | { kind: 'too much' }
  | Unread;

/** What came of reading texts. */
export type TextNewsPosted =
  | { kind: 'read'; documents: number; pages: number }
  | { kind: 'unkept'; error: Error }
  | { kind: 'unread'; problems?: readonly Problem[]; error: Error; stays: boolean };

/**
 * `ready` or `unread` once, then an answer for each call: `refusal` is for a person to read. `unsaved`
 * where the index couldn't be kept, `texts` whenever they have been read or couldn't be, and `model`
 * for what the log is told of a model.
 */
export type FromThread =
  | { kind: 'ready'; documents: number; isKept: boolean }
  | Unread
  | { kind: 'unsaved'; error: Error }
  | { kind: 'texts'; news: TextNewsPosted }
  | { kind: 'model'; event: ModelEvent }
  | { kind: 'answer'; number: number; value: unknown }
  | { kind: 'refusal'; number: number; message: string }
  | { kind: 'failure'; number: number; error: Error };
