import { type Postings, postingsAt } from '../index/postings.ts';
import { idfOf } from '../ranking/idf.ts';
import { termWeight } from './term-weight.ts';

/** How much terms weigh in documents: a sparse matrix, a row for each term. */
export type WeightedTerms = {
  rows: number;
  documents: number;
  /** Where each row's entries begin; at last, where all end. */
  starts: Uint32Array;
  documentOf: Uint32Array;
  weights: Float32Array;
};

/** What a term weighs in a document that holds it so often. */
const weightOf = ({ starts }: Postings, term: number, count: number, documents: number): number =>
  termWeight(count, idfOf((starts[term + 1] ?? 0) - (starts[term] ?? 0), documents));

/**
 * Weighs terms by how often a document holds them and how much they tell, each document's together
 * as long as one.
 * @param terms the numbers of those that count
 * @param step 1 takes every document, 2 every other, and so on; they are numbered anew
 */
export function weighTerms(
  postings: Postings,
  terms: readonly number[],
  step: number,
): WeightedTerms {
  const all = postings.lengths.length;
  const documents = Math.ceil(all / step);
  const lengths = new Float32Array(documents);
  const starts = new Uint32Array(terms.length + 1);
  const most = terms.reduce((sum, term) => sum + postingsAt(postings, term).counts.length, 0);
  const documentOf = new Uint32Array(most);
  const weights = new Float32Array(most);
  let filled = 0;
  for (const [row, term] of terms.entries()) {
    const { ordinals, counts } = postingsAt(postings, term);
    for (let i = 0; i < ordinals.length; i += 1) {
      const document = (ordinals[i] ?? 0) / step;
      if (!Number.isInteger(document)) continue;
      const weight = weightOf(postings, term, counts[i] ?? 1, all);
      documentOf[filled] = document;
      weights[filled] = weight;
      filled += 1;
      lengths[document] = (lengths[document] ?? 0) + weight ** 2;
    }
    starts[row + 1] = filled;
  }
  for (let i = 0; i < filled; i += 1) {
    const length = Math.sqrt(lengths[documentOf[i] ?? 0] ?? 0) || 1;
    weights[i] = (weights[i] ?? 0) / length;
  }
  return { rows: terms.length, documents, starts, documentOf, weights };
}
