import type { Question } from '../../forward.ts';

/** What the thread of additions needs. */
export type AddedGiven = {
  /** Path of what persons and places are also called. */
  names: string | undefined;
  /** How many documents of all servers are held at once; as many as is usual, if left out. */
  most?: number | undefined;
};

/** What the thread is told. What is opened under a number doesn't change. */
export type AddedTask =
  /** To index documents of a server, which come as lines of a corpus. */
  | { kind: 'open'; number: number; server: string; lines: readonly string[] }
  | { kind: 'question'; number: number; question: Question };

/** What comes of a task: `gone` where nothing is held under the number any more. */
export type AddedAnswer =
  | { kind: 'done'; value: unknown }
  | { kind: 'gone' }
  /** For a person to read. */
  | { kind: 'refusal'; message: string };
