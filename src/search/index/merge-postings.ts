import { NEW } from '../../data/corpus/check-lines.ts';
import type { Postings } from './postings.ts';

/** A document that holds a term, and how often it does. */
export type Posting = { ordinal: number; count: number };

/**
 * The postings of the documents that are still there, and among them those of the new ones.
 * @param terms how many there are
 * @param termBefore the number that each had, or `NEW`
 * @param ordinalNow the ordinal that each document has now, by its earlier one; `NEW` for one that is gone
 * @param fresh the postings of new documents by term, ascending
 */
export function mergePostings(
  terms: number,
  termBefore: Int32Array,
  before: Postings,
  ordinalNow: Int32Array,
  fresh: ReadonlyMap<number, readonly Posting[]>,
): Pick<Postings, 'starts' | 'ordinals' | 'counts'> {
  // Looked up once: there are millions of postings.
  const { starts: startsBefore, ordinals: ordinalsBefore, counts: countsBefore } = before;
  const added = [...fresh.values()].reduce((sum, { length }) => sum + length, 0);
  const ordinals = new Uint32Array(ordinalsBefore.length + added);
  const counts = new Uint16Array(ordinals.length);
  const starts = new Uint32Array(terms + 1);
  let filled = 0;
  for (let term = 0; term < terms; term += 1) {
    const others = fresh.get(term);
    let next = 0;
    let other = others?.[0];
    const known = termBefore[term] ?? NEW;
    const end = known === NEW ? 0 : (startsBefore[known + 1] ?? 0);
    for (let at = known === NEW ? 0 : (startsBefore[known] ?? 0); at < end; at += 1) {
      const ordinal = ordinalNow[ordinalsBefore[at] ?? 0] ?? NEW;
      if (ordinal === NEW) continue;
      for (; other !== undefined && other.ordinal < ordinal; other = others?.[next]) {
        ordinals[filled] = other.ordinal;
        counts[filled] = other.count;
        filled += 1;
        next += 1;
      }
      ordinals[filled] = ordinal;
      counts[filled] = countsBefore[at] ?? 0;
      filled += 1;
    }
    for (; other !== undefined; other = others?.[next]) {
      ordinals[filled] = other.ordinal;
      counts[filled] = other.count;
      filled += 1;
      next += 1;
    }
    starts[term + 1] = filled;
  }
  return { starts, ordinals: ordinals.subarray(0, filled), counts: counts.subarray(0, filled) };
}
