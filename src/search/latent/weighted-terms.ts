import type { Holders } from '../postings.ts';

/** What the documents hold: terms, and who holds each. */
export type Holdings = {
  documents: number;
  terms: readonly string[];
  holders(term: string): Holders;
  /** How much a term tells. */
  telling(term: string): number;
};

/** Calls with each document that holds a term, and how much the term weighs in it. */
export type EachWeight = (term: string, call: (place: number, weight: number) => void) => void;

/**
 * Weighs terms by how often a document holds them and how much they tell, each document's together
 * as long as one.
 */
export function weighTerms({ documents, terms, holders, telling }: Holdings): EachWeight {
  const lengths = new Float32Array(documents);
  const weigh = (count: number, worth: number) => (1 + Math.log(count)) * worth;
  for (const term of terms) {
    const worth = telling(term);
    for (const [place, count] of holders(term)) {
      lengths[place] = (lengths[place] ?? 0) + weigh(count, worth) ** 2;
    }
  }
  for (const [place, square] of lengths.entries()) lengths[place] = Math.sqrt(square) || 1;
  return (term, call) => {
    const worth = telling(term);
    for (const [place, count] of holders(term)) {
      call(place, weigh(count, worth) / (lengths[place] ?? 1));
    }
  };
}
