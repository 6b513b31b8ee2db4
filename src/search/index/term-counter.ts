import { IN_TITLE } from '../text/term-counts.ts';
import { FIRST_WORD, type ForwardIndex, JOINED, TITLE } from './forward-index.ts';

/** Stands for the term of a word that has none. */
export const NO_TERM = 2 ** 32 - 1;

export type TermCounter = ReturnType<typeof createTermCounter>;

/**
 * Counts the terms of a document at a time; those of its title twice.
 * @param termOf the term of each word
 * @param terms how many there are
 */
export function createTermCounter(
  { lists: { starts, values } }: ForwardIndex,
  termOf: Uint32Array,
  terms: number,
) {
  const counts = new Uint32Array(terms);
  const found: number[] = [];
  return {
    /** How often the document counted last holds each term. */
    counts,
    /** @returns the terms that a document holds, in the order in which they come; until the next */
    count(ordinal: number): readonly number[] {
      for (const term of found) counts[term] = 0;
      found.length = 0;
      const end = starts[ordinal + 1] ?? 0;
      let worth = 1;
      for (let at = starts[ordinal] ?? 0; at < end; at += 1) {
        const value = values[at] ?? 0;
        if (value < FIRST_WORD) {
          if (value !== JOINED) worth = value === TITLE ? IN_TITLE : 1;
          continue;
        }
        const term = termOf[value - FIRST_WORD] ?? NO_TERM;
        if (term === NO_TERM) continue;
        const before = counts[term] ?? 0;
        if (before === 0) found.push(term);
        counts[term] = before + worth;
      }
      return found;
    },
  };
}
