import type { PackedPostings } from '../postings.ts';
import { orthonormalise } from './orthonormal.ts';
import { type WeightedTerms, weighTerms } from './weighted-terms.ts';

/** What a corpus shows of which words go together, as plain data that a file can keep. */
export type LatentSpace = {
  /** How many directions there are. */
  width: number;
  /** A row for each term that several documents hold, by its number. */
  directions: Float32Array;
  /** Where each document lies in the directions, a row for each. */
  vectors: Int8Array;
};

/** How alike a document and a query are in what they are about: -1 to 1. */
export type Likeness = (place: number) => number;

/** From so few documents nothing of the kind can be learned. */
const FEWEST = 300;
/** Directions: fewer where there are few documents to tell them apart by. */
const MOST_DIRECTIONS = 40;
const DOCUMENTS_A_DIRECTION = 8;
/** Documents that the directions are learned from, evenly taken; all find their place in them. */
const SAMPLE = 5000;
const ROUNDS = 8;
/** Vectors are kept in bytes. */
const UNIT = 127;

/** What decides which space is learned from which documents. */
export const LATENT_SETTINGS = {
  FEWEST,
  MOST_DIRECTIONS,
  DOCUMENTS_A_DIRECTION,
  SAMPLE,
  ROUNDS,
  UNIT,
};

/**
 * Latent semantic indexing: finds the few directions in which the corpus's words vary together, so
 * that a document that uses other words for the same thing counts as near. Learned from the corpus
 * alone, by subspace iteration from the same beginning: the same corpus gives the same space.
 * @see https://doi.org/10.1002/(SICI)1097-4571(199009)41:6%3C391::AID-ASI1%3E3.0.CO;2-9 Deerwester et al.
 * @see https://doi.org/10.1137/090771806 Halko, Martinsson and Tropp, 4.4, on the iteration
 * @returns undefined for too few documents
 */
export function learnLatentSpace(postings: PackedPostings): LatentSpace | undefined {
  const documents = postings.lengths.length;
  if (documents < FEWEST) return undefined;
  const width = Math.min(MOST_DIRECTIONS, Math.floor(documents / DOCUMENTS_A_DIRECTION));
  const terms = sharedTerms(postings);
  const directions = learn(weighTerms(postings, terms, Math.ceil(documents / SAMPLE)), width);
  const vectors = inBytes(place(weighTerms(postings, terms, 1), directions, width), width);
  return { width, directions, vectors };
}

/** How alike documents are to terms, each given with its weight. */
export function likenessTo(
  { width, directions, vectors }: LatentSpace,
  asked: readonly { number: number; weight: number }[],
): Likeness {
  const sought = new Float32Array(width);
  for (const { number, weight } of asked) {
    const row = number * width;
    if (row < directions.length) add(sought, 0, directions, row, width, weight);
  }
  const length = Math.hypot(...sought) || 1;
  return (document) => {
    let sum = 0;
    for (let i = 0; i < width; i += 1) {
      sum += (sought[i] ?? 0) * (vectors[document * width + i] ?? 0);
    }
    return sum / length / UNIT;
  };
}

/** How many terms more than one document holds; they are the first. */
function sharedTerms({ terms, starts }: PackedPostings): number {
  const first = terms.findIndex(
    (_, number) => (starts[number + 1] ?? 0) - (starts[number] ?? 0) < 2,
  );
  return first < 0 ? terms.length : first;
}

/** The directions, a row for each term. */
function learn(weighted: WeightedTerms, width: number): Float32Array {
  let directions = anyNumbers(weighted.terms * width);
  for (let round = 0; round < ROUNDS; round += 1) {
    const placed = place(weighted, directions, width);
    orthonormalise(placed, width);
    const next = new Float32Array(directions.length);
    forEach(weighted, (term, document, weight) => {
      add(next, term * width, placed, document * width, width, weight);
    });
    directions = next;
  }
  orthonormalise(directions, width);
  return directions;
}

/** Where the documents lie in the directions: a row for each. */
function place(weighted: WeightedTerms, directions: Float32Array, width: number): Float32Array {
  const placed = new Float32Array(weighted.documents * width);
  forEach(weighted, (term, document, weight) => {
    add(placed, document * width, directions, term * width, width, weight);
  });
  return placed;
}

function forEach(
  { terms, starts, places, weights }: WeightedTerms,
  call: (term: number, document: number, weight: number) => void,
): void {
  for (let term = 0; term < terms; term += 1) {
    for (let i = starts[term] ?? 0; i < (starts[term + 1] ?? 0); i += 1) {
      call(term, places[i] ?? 0, weights[i] ?? 0);
    }
  }
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
