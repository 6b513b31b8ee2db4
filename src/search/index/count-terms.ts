import { startsOf } from './lists.ts';
import type { Postings } from './postings.ts';
import type { TermCounter } from './term-counter.ts';

/** The most that is counted of a term in a document. */
const MOST_COUNTED = 2 ** 16 - 1;

/** Which documents hold each term, and how often. */
export type TermCounts = Pick<Postings, 'starts' | 'ordinals' | 'counts'>;

/**
 * Counts the terms of some documents.
 * @param terms how many there are
 * @param which the documents, ascending
 * @param lengths is told how many different terms each of them holds
 */
export function countTerms(
  counter: TermCounter,
  terms: number,
  which: ArrayLike<number>,
  lengths: Uint32Array,
): TermCounts {
  const frequencies = new Uint32Array(terms);
  for (let i = 0; i < which.length; i += 1) {
    const ordinal = which[i] ?? 0;
    const found = counter.count(ordinal);
    lengths[ordinal] = found.length;
    for (const term of found) frequencies[term] = (frequencies[term] ?? 0) + 1;
  }
  const starts = startsOf(frequencies);
  const free = starts.slice();
  const ordinals = new Uint32Array(starts[terms] ?? 0);
  const counts = new Uint16Array(ordinals.length);
  for (let i = 0; i < which.length; i += 1) {
    const ordinal = which[i] ?? 0;
    for (const term of counter.count(ordinal)) {
      const at = free[term] ?? 0;
      ordinals[at] = ordinal;
      counts[at] = Math.min(counter.counts[term] ?? 0, MOST_COUNTED);
      free[term] = at + 1;
    }
  }
  return { starts, ordinals, counts };
}
