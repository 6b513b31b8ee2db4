const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const MEGABYTE = 1024 * 1024;

/** How much and how long one source may be asked each time that it is followed. */
export type Limits = {
  /** How long a server may be silent. */
  idleMs: number;
  /** How long an answer may take from the question to its end. */
  answerMs: number;
  /** How long all may take, waits included. */
  wholeMs: number;
  /** Of one answer, once it is unpacked. */
  answerBytes: number;
  /** Of all answers together. */
  wholeBytes: number;
  /** How many questions, redirects and repetitions included. */
  requests: number;
  redirects: number;
  /** How often a question is repeated. */
  repetitions: number;
  /** The first pause where the server names none; each further one is twice as long. */
  pauseMs: number;
  /** How long a server may ask to be left alone at once; beyond that its next turn is waited for. */
  longestWaitMs: number;
};

export const LIMITS: Limits = {
  idleMs: 30 * SECOND_MS,
  answerMs: 10 * MINUTE_MS,
  wholeMs: 60 * MINUTE_MS,
  answerBytes: 256 * MEGABYTE,
  wholeBytes: 2048 * MEGABYTE,
  requests: 20_000,
  redirects: 5,
  repetitions: 3,
  pauseMs: SECOND_MS,
  longestWaitMs: 2 * MINUTE_MS,
};
