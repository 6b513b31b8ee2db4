import type { ForwardIndex } from '../index/forward-index.ts';
import type { Postings } from '../index/postings.ts';
import { createTermCounter } from '../index/term-counter.ts';
import { idfOf } from '../ranking/idf.ts';
import { addRow } from './directions.ts';
import { termWeight } from './term-weight.ts';

/** Stands for the row of a term that has none. */
export const NO_ROW = 2 ** 32 - 1;
/** Vectors are kept in bytes. */
export const UNIT = 127;

/** Directions, and the row of each term there, or `NO_ROW`. */
type Directions = { width: number; rows: Uint32Array; directions: Float32Array };

/**
 * Finds the place of documents in the directions by the terms that they hold: one document after the
 * other, so that the sums of each stay near, whether they were learned from it or not.
 * @returns the place of a document, of the length that all have
 */
export function placeDocuments(
  { width, rows, directions }: Directions,
  forward: ForwardIndex,
  { terms, termOf, starts, lengths }: Postings,
): (ordinal: number) => Int8Array {
  const counter = createTermCounter(forward, termOf, terms.length);
  const { counts } = counter;
  const vector = new Float32Array(width);
  const documents = lengths.length;
  const idfs = new Float64Array(terms.length);
  return (ordinal) => {
    vector.fill(0);
    for (const term of counter.count(ordinal)) {
      const row = rows[term] ?? NO_ROW;
      if (row === NO_ROW) continue;
      const idf = idfs[term] || idfOf((starts[term + 1] ?? 0) - (starts[term] ?? 0), documents);
      idfs[term] = idf;
      addRow(vector, 0, directions, row * width, width, termWeight(counts[term] ?? 0, idf));
    }
    return inBytes(vector);
  };
}

/** A vector of the length that all have, each number in a byte. */
export function inBytes(vector: Float32Array): Int8Array {
  const bytes = new Int8Array(vector.length);
  let square = 0;
  for (let i = 0; i < vector.length; i += 1) square += (vector[i] ?? 0) ** 2;
  const scale = UNIT / (Math.sqrt(square) || 1);
  for (let i = 0; i < vector.length; i += 1) bytes[i] = Math.round((vector[i] ?? 0) * scale);
  return bytes;
}
