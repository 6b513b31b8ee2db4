import type { SearchEngine } from '../engine.ts';

/** What an engine in a thread is made of: paths, for documents are slow to hand over. */
export type Given = {
  corpus: readonly string[];
  names: string | undefined;
  /** Keeps the index from one start to the next. */
  snapshot: string | undefined;
};

/** A question to the engine, its number, and the moment after which nobody waits for its answer. */
export type Call = {
  [Method in keyof SearchEngine]: {
    number: number;
    dropAt: number;
    method: Method;
    args: Parameters<SearchEngine[Method]>;
  };
}[keyof SearchEngine];

/** `ready` once, then an answer for each question; `unsaved` where the index couldn't be kept. */
export type Reply =
  | { kind: 'ready'; isKept: boolean }
  | { kind: 'unsaved'; error: Error }
  | { kind: 'answer'; number: number; value: unknown }
  | { kind: 'failure'; number: number; error: Error };
