import { lowerBound } from '../../data/lower-bound.ts';
import { numberIn } from './coded-lists.ts';

/** Which documents hold which terms. A term is the stem of a word that isn't a stop word. */
export type Postings = {
  /** All terms, sorted; a term's number is its place here. */
  terms: readonly string[];
  /** The term of each word of the forward index; `NO_TERM` for a stop word. */
  termOf: Uint32Array;
  /** Where each term's postings begin in the two lists after; at last, where all end. */
  starts: Uint32Array;
  /** The documents that hold each term, ascending, and how often each does. */
  ordinals: Uint32Array;
  counts: Uint16Array;
  /** How many different terms each document holds. */
  lengths: Uint32Array;
  /** How many documents print each word of the forward index as it reads; 0 for a stop word. */
  printed: Uint32Array;
};

/** The documents that hold a term, by their ordinals, and how often each does. */
export type TermPostings = { ordinals: Uint32Array; counts: Uint16Array };

const NONE: TermPostings = { ordinals: new Uint32Array(), counts: new Uint16Array() };

/** The postings of the term of that number. */
export const postingsAt = (
  { starts, ordinals, counts }: Postings,
  number: number,
): TermPostings => ({
  ordinals: ordinals.subarray(starts[number], starts[number + 1]),
  counts: counts.subarray(starts[number], starts[number + 1]),
});

/** The postings of a term; empty for one that no document holds. */
export function postingsOf(postings: Postings, term: string): TermPostings {
  const number = numberIn(postings.terms, term);
  return number === undefined ? NONE : postingsAt(postings, number);
}

/** How often a document holds the term; 0 for one that doesn't. */
export function countIn({ ordinals, counts }: TermPostings, ordinal: number): number {
  const at = lowerBound(ordinals, ordinal);
  return ordinals[at] === ordinal ? (counts[at] ?? 0) : 0;
}
