import type { Question } from '../../forward.ts';

/** What the thread of additions needs to read questions: the path of a team's names. */
export type AddedGiven = { names: string | undefined };

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
