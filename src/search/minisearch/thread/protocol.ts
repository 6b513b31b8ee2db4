import type { Problem } from '../../../data/corpus/problem.ts';
import type { Question } from '../../forward.ts';

/** What an archive in a thread is made of: paths, for documents are slow to hand over. */
export type Given = {
  corpus: readonly string[];
  names: string | undefined;
  /** Keeps the index from one start to the next. */
  snapshot: string | undefined;
};

/** A question to the archive, its number, and the moment after which nobody waits for its answer. */
export type Call = { number: number; dropAt: number; question: Question };

/**
 * `ready` or `unread` once, then an answer for each question; `unsaved` where the index couldn't be
 * kept. Classes of errors don't cross threads, so what a person can mend is told by its parts.
 */
export type FromThread =
  | { kind: 'ready'; documents: number; isKept: boolean }
  | { kind: 'unread'; faults?: readonly Problem[]; message: string }
  | { kind: 'unsaved'; error: Error }
  | { kind: 'answer'; number: number; value: unknown }
  | { kind: 'failure'; number: number; error: Error };
