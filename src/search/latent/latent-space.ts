import type { Weights } from '../term-index.ts';
import { orthonormalise } from './orthonormal.ts';
import { type EachWeight, type Holdings, weighTerms } from './weighted-terms.ts';

/** How alike a document and a query are in what they are about: -1 to 1. */
type Likeness = (place: number) => number;

/** What a corpus shows of which words go together. */
export type LatentSpace = { likeness(weights: Weights): Likeness };

/** From so few documents nothing of the kind can be learned. */
const FEWEST = 300;
/** Directions: fewer where there are few documents to tell them apart by. */
const MOST_DIRECTIONS = 40;
const DOCUMENTS_A_DIRECTION = 8;
/** Documents that the directions are learned from, evenly taken; all find their place in them. */
const SAMPLE = 5000;
const ROUNDS = 2;
/** Vectors are kept in bytes. */
const UNIT = 127;

/**
 * Latent semantic indexing: finds the few directions in which the corpus's words vary together, so
 * that a document that uses other words for the same thing counts as near. Learned from the corpus
 * alone, by subspace iteration from the same beginning: the same corpus gives the same space.
 * @see https://doi.org/10.1002/(SICI)1097-4571(199009)41:6%3C391::AID-ASI1%3E3.0.CO;2-9 Deerwester et al.
 * @see https://doi.org/10.1137/090771806 Halko, Martinsson and Tropp, 4.4, on the iteration
 * @returns undefined for too few documents
 */
export function learnLatentSpace(holdings: Holdings): LatentSpace | undefined {
  const { documents, terms, telling } = holdings;
  if (documents < FEWEST) return undefined;
  const width = Math.min(MOST_DIRECTIONS, Math.floor(documents / DOCUMENTS_A_DIRECTION));
  const eachWeight = weighTerms(holdings);
  const directions = learn(terms, documents, width, eachWeight);
  const vectors = inBytes(place(terms, directions, documents, 1, width, eachWeight), width);
  const rows = new Map(terms.map((term, row) => [term, row * width]));
  return {
    likeness(weights) {
      const asked = new Float32Array(width);
      for (const [term, weight] of weights) {
        const row = rows.get(term);
        if (row !== undefined) add(asked, 0, directions, row, width, weight * telling(term));
      }
      const length = Math.hypot(...asked) || 1;
      return (document) => {
        let sum = 0;
        for (let i = 0; i < width; i += 1) {
          sum += (asked[i] ?? 0) * (vectors[document * width + i] ?? 0);
        }
        return sum / length / UNIT;
      };
    },
  };
}

/** The directions, a row for each term. */
function learn(
  terms: readonly string[],
  documents: number,
  width: number,
  eachWeight: EachWeight,
): Float32Array {
  const step = Math.ceil(documents / SAMPLE);
  let directions = anyNumbers(terms.length * width);
  for (let round = 0; round < ROUNDS; round += 1) {
    const placed = place(terms, directions, documents, step, width, eachWeight);
    const next = new Float32Array(directions.length);
    for (const [row, term] of terms.entries()) {
      eachWeight(term, (document, weight) => {
        if (document % step > 0) return;
        add(next, row * width, placed, (document / step) * width, width, weight);
      });
    }
    orthonormalise(next, width);
    directions = next;
  }
  return directions;
}

/** Where every document, or one of each `step`, lies in the directions: a row for each. */
function place(
  terms: readonly string[],
  directions: Float32Array,
  documents: number,
  step: number,
  width: number,
  eachWeight: EachWeight,
): Float32Array {
  const placed = new Float32Array(Math.ceil(documents / step) * width);
  for (const [row, term] of terms.entries()) {
    eachWeight(term, (document, weight) => {
      if (document % step > 0) return;
      add(placed, (document / step) * width, directions, row * width, width, weight);
    });
  }
  return placed;
}

/** Adds a weighted row to another. */
function add(
  to: Float32Array,
  toRow: number,
  from: Float32Array,
  fromRow: number,
  width: number,
  weight: number,
): void {
  for (let i = 0; i < width; i += 1) {
    to[toRow + i] = (to[toRow + i] ?? 0) + weight * (from[fromRow + i] ?? 0);
  }
}

/** Rows as long as one, each number in a byte. */
function inBytes(rows: Float32Array, width: number): Int8Array {
  const bytes = new Int8Array(rows.length);
  for (let row = 0; row < rows.length; row += width) {
    let square = 0;
    for (let i = row; i < row + width; i += 1) square += (rows[i] ?? 0) ** 2;
    const scale = UNIT / (Math.sqrt(square) || 1);
    for (let i = row; i < row + width; i += 1) bytes[i] = Math.round((rows[i] ?? 0) * scale);
  }
  return bytes;
}

/** Numbers from -0.5 to 0.5 without a pattern, always the same (a linear congruential generator). */
function anyNumbers(count: number): Float32Array {
  const numbers = new Float32Array(count);
  let state = 1;
  for (let i = 0; i < count; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    numbers[i] = state / 2 ** 32 - 0.5;
  }
  return numbers;
}
