import SearchableMap from 'minisearch/SearchableMap';
import { createListWriter } from './lists.ts';
import { lowerBound } from './lower-bound.ts';

/** The places of documents, ascending, and how often each holds a term. */
export type Holders = { places: Uint32Array; counts: Uint16Array };

/** Which documents hold which terms, as plain data that a file can keep. */
export type PackedPostings = {
  /** Those that most documents hold come first; a term's number is its place here. */
  terms: readonly string[];
  /** Where each term's holders begin in the two lists after; at last, where all end. */
  starts: Uint32Array;
  places: Uint32Array;
  counts: Uint16Array;
  /** How many different terms each document holds. */
  lengths: Uint32Array;
};

const MOST_COUNTED = 2 ** 16 - 1;

/** @param documents the terms of each, as often as it holds them */
export function packPostings(documents: Iterable<readonly string[]>): PackedPostings {
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  // What each document holds: the numbers of its terms, and how often each.
  const held = createListWriter();
  const heldCounts = createListWriter();
  /** How often the document that is being counted holds each term. */
  const counting: number[] = [];
  for (const terms of documents) {
    const found: number[] = [];
    for (const term of terms) {
      const number = numbers.get(term) ?? numbers.size;
      if (number === numbers.size) {
        numbers.set(term, number);
        frequencies.push(0);
        counting.push(0);
      }
      if (counting[number] === 0) found.push(number);
      counting[number] = (counting[number] ?? 0) + 1;
    }
    for (const number of found) {
      held.push(number);
      heldCounts.push(Math.min(counting[number] ?? 0, MOST_COUNTED));
      frequencies[number] = (frequencies[number] ?? 0) + 1;
      counting[number] = 0;
    }
    held.end();
  }

  const { starts: begins, values: ofEach } = held.lists();
  const countsOfEach = heldCounts.lists().values;
  const known = [...numbers.keys()];
  const order = [...known.keys()].sort((a, b) => (frequencies[b] ?? 0) - (frequencies[a] ?? 0));
  const starts = new Uint32Array(known.length + 1);
  const free = new Uint32Array(known.length);
  let filled = 0;
  for (const [rank, number] of order.entries()) {
    free[number] = filled;
    filled += frequencies[number] ?? 0;
    starts[rank + 1] = filled;
  }
  const places = new Uint32Array(filled);
  const counts = new Uint16Array(filled);
  const lengths = new Uint32Array(begins.length - 1);
  for (let place = 0; place < lengths.length; place += 1) {
    const [begin = 0, end = 0] = [begins[place], begins[place + 1]];
    lengths[place] = end - begin;
    for (let next = begin; next < end; next += 1) {
      const number = ofEach[next] ?? 0;
      const at = free[number] ?? 0;
      places[at] = place;
      counts[at] = countsOfEach[next] ?? 0;
      free[number] = at + 1;
    }
  }
  const terms = order.map((number) => known[number] ?? '');
  return { terms, starts, places, counts, lengths };
}

/** Who holds the term of that number. */
export const holdersOf = ({ starts, places, counts }: PackedPostings, number: number): Holders => ({
  places: places.subarray(starts[number], starts[number + 1]),
  counts: counts.subarray(starts[number], starts[number + 1]),
});

/** Finds the number of a term; undefined for one that no document holds. */
export type NumberOf = (term: string) => number | undefined;

/**
 * Opens postings by MiniSearch's index, its radix tree of terms. What MiniSearch keeps with each
 * term, a map of documents, takes ten times the memory of the lists here, and its own search makes
 * an object of every document found, which takes longer than the rest together.
 */
export function numberTerms({ terms }: PackedPostings): NumberOf {
  const numbers = SearchableMap.from(Array.from(terms, (term, number) => [term, number]));
  return (term) => numbers.get(term);
}

/** How often the document at a place holds the term; 0 where it does not. */
export function countAt({ places, counts }: Holders, place: number): number {
  const at = lowerBound(places, place);
  return places[at] === place ? (counts[at] ?? 0) : 0;
}
