import { idfOf } from '../idf.ts';
import { holdersOf, type PackedPostings } from '../postings.ts';

/** How much terms weigh in documents: a sparse matrix, a row for each term. */
export type WeightedTerms = {
  terms: number;
  documents: number;
  /** Where each term's entries begin; at last, where all end. */
  starts: Uint32Array;
  places: Uint32Array;
  weights: Float32Array;
};

/**
 * Weighs terms by how often a document holds them and how much they tell, each document's together
 * as long as one.
 * @param terms how many of the terms count, from the first on
 * @param step takes every so manyth document, which moves to the next free place
 */
export function weighTerms(postings: PackedPostings, terms: number, step: number): WeightedTerms {
  const all = postings.lengths.length;
  const documents = Math.ceil(all / step);
  const lengths = new Float32Array(documents);
  const starts = new Uint32Array(terms + 1);
  const places: number[] = [];
  const weights: number[] = [];
  for (let number = 0; number < terms; number += 1) {
    const held = holdersOf(postings, number);
    const worth = idfOf(held.places.length, all);
    for (let i = 0; i < held.places.length; i += 1) {
      const place = (held.places[i] ?? 0) / step;
      if (!Number.isInteger(place)) continue;
      const weight = (1 + Math.log(held.counts[i] ?? 1)) * worth;
      places.push(place);
      weights.push(weight);
      lengths[place] = (lengths[place] ?? 0) + weight ** 2;
    }
    starts[number + 1] = places.length;
  }
  return {
    terms,
    documents,
    starts,
    places: Uint32Array.from(places),
    weights: Float32Array.from(
      weights,
      (weight, i) => weight / (Math.sqrt(lengths[places[i] ?? 0] ?? 0) || 1),
    ),
  };
}
