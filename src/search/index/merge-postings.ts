import { NEW } from '../../data/corpus/check-lines.ts';
import type { TermCounts } from './count-terms.ts';

/** Greater than every ordinal. */
const AFTER_ALL = 2 ** 31 - 1;

/**
 * The postings of the documents that are still there, and among them those of the new ones.
 * @param termBefore the number that each term had, or `NEW`
 * @param ordinalNow the ordinal that each document has now, by its earlier one; `NEW` for one that is gone
 * @param fresh the postings of new documents
 */
export function mergePostings(
  termBefore: Int32Array,
  before: TermCounts,
  ordinalNow: Int32Array,
  fresh: TermCounts,
): TermCounts {
  // Looked up once: there are millions of postings.
  const { starts: startsBefore, ordinals: ordinalsBefore, counts: countsBefore } = before;
  const { starts: startsFresh, ordinals: ordinalsFresh, counts: countsFresh } = fresh;
  const ordinals = new Uint32Array(ordinalsBefore.length + ordinalsFresh.length);
  const counts = new Uint16Array(ordinals.length);
  const starts = new Uint32Array(termBefore.length + 1);
  let filled = 0;
  for (let term = 0; term < termBefore.length; term += 1) {
    let next = startsFresh[term] ?? 0;
    const endFresh = startsFresh[term + 1] ?? 0;
    const known = termBefore[term] ?? NEW;
    const end = known === NEW ? 0 : (startsBefore[known + 1] ?? 0);
    for (let at = known === NEW ? 0 : (startsBefore[known] ?? 0); at <= end; at += 1) {
      const ordinal = at < end ? (ordinalNow[ordinalsBefore[at] ?? 0] ?? NEW) : AFTER_ALL;
      if (ordinal === NEW) continue;
      for (; next < endFresh && (ordinalsFresh[next] ?? 0) < ordinal; next += 1) {
        ordinals[filled] = ordinalsFresh[next] ?? 0;
        counts[filled] = countsFresh[next] ?? 0;
        filled += 1;
      }
      if (ordinal === AFTER_ALL) break;
      ordinals[filled] = ordinal;
      counts[filled] = countsBefore[at] ?? 0;
      filled += 1;
    }
    starts[term + 1] = filled;
  }
  return { starts, ordinals: ordinals.subarray(0, filled), counts: counts.subarray(0, filled) };
}
