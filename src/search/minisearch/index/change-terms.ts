import { NEW } from '../../../data/corpus/check-lines.ts';
import type { ForwardIndex } from './forward-index.ts';
import type { Earlier } from './index-documents.ts';
import { createWordCounter, MOST_COUNTED, termsOf } from './index-terms.ts';
import type { Postings } from './postings.ts';
import { createTermCounter } from './term-counter.ts';

/** A document that holds a term, and how often it does. */
type Posting = { ordinal: number; count: number };
const NOTHING: Posting = { ordinal: 0, count: 0 };
const NONE: readonly Posting[] = [];

/**
 * The same as `indexTerms`, from an earlier index: what documents held that are still there is copied,
 * and only new ones are counted.
 */
export function changeTerms(forward: ForwardIndex, { data, earlierOrdinals }: Earlier): Postings {
  const { forward: forwardBefore, postings: before } = data;
  const { terms, termOf } = termsOf(forward.dictionary, data);
  const ordinalNow = new Int32Array(before.lengths.length).fill(NEW);
  const lengths = new Uint32Array(earlierOrdinals.length);
  const added: number[] = [];
  for (const [ordinal, earlierOrdinal] of earlierOrdinals.entries()) {
    if (earlierOrdinal === NEW) {
      added.push(ordinal);
      continue;
    }
    ordinalNow[earlierOrdinal] = ordinal;
    lengths[ordinal] = before.lengths[earlierOrdinal] ?? 0;
  }
  const counter = createTermCounter(forward, termOf, terms.length);
  /** Of each term the new documents that hold it, ascending, each with how often. */
  const fresh = new Map<number, Posting[]>();
  for (const ordinal of added) {
    const found = counter.count(ordinal);
    lengths[ordinal] = found.length;
    for (const term of found) {
      const one = { ordinal, count: Math.min(counter.counts[term] ?? 0, MOST_COUNTED) };
      const list = fresh.get(term);
      if (list) list.push(one);
      else fresh.set(term, [one]);
    }
  }

  const most = added.reduce((sum, at) => sum + (lengths[at] ?? 0), before.ordinals.length);
  const ordinals = new Uint32Array(most);
  const counts = new Uint16Array(most);
  const starts = new Uint32Array(terms.length + 1);
  let filled = 0;
  const put = ({ ordinal, count }: Posting) => {
    ordinals[filled] = ordinal;
    counts[filled] = count;
    filled += 1;
  };
  let termBefore = 0;
  for (const [term, text] of terms.entries()) {
    while (termBefore < before.terms.length && (before.terms[termBefore] ?? '') < text) {
      termBefore += 1;
    }
    const isKnown = before.terms[termBefore] === text;
    const others = fresh.get(term) ?? NONE;
    let next = 0;
    let other = others[0];
    const end = isKnown ? (before.starts[termBefore + 1] ?? 0) : 0;
    for (let at = isKnown ? (before.starts[termBefore] ?? 0) : 0; at < end; at += 1) {
      const ordinal = ordinalNow[before.ordinals[at] ?? 0] ?? NEW;
      if (ordinal === NEW) continue;
      while (other && other.ordinal < ordinal) {
        put(other);
        next += 1;
        other = others[next];
      }
      ordinals[filled] = ordinal;
      counts[filled] = before.counts[at] ?? 0;
      filled += 1;
    }
    for (; next < others.length; next += 1) put(others[next] ?? NOTHING);
    starts[term + 1] = filled;
  }

  return {
    terms,
    termOf,
    starts,
    ordinals: ordinals.slice(0, filled),
    counts: counts.slice(0, filled),
    lengths,
    printed: countPrinted(),
  };

  /** How many documents print each word: as before, without those gone and with those new. */
  function countPrinted(): Uint32Array {
    const left = before.printed.slice();
    const countBefore = createWordCounter(forwardBefore, before.termOf, left);
    for (const [earlierOrdinal, ordinal] of ordinalNow.entries())
      if (ordinal === NEW) countBefore(earlierOrdinal, -1);
    const known = forwardBefore.dictionary;
    let wordBefore = 0;
    const printed = Uint32Array.from(forward.dictionary, (word) => {
      while (wordBefore < known.length && (known[wordBefore] ?? '') < word) wordBefore += 1;
      return known[wordBefore] === word ? (left[wordBefore] ?? 0) : 0;
    });
    const countNow = createWordCounter(forward, termOf, printed);
    for (const ordinal of added) countNow(ordinal);
    return printed;
  }
}
