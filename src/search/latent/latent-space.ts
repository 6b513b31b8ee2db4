import { NEW } from '../../data/corpus/check-lines.ts';
import { filled } from '../../data/filled.ts';
import type { ForwardIndex } from '../index/forward-index.ts';
import { runsOf } from '../index/ordinals-now.ts';
import type { Postings } from '../index/postings.ts';
import { addRow, learnDirections, ROUNDS } from './directions.ts';
import { NO_ROW, placeDocuments, UNIT } from './place-documents.ts';
import { weighTerms } from './weighted-terms.ts';

/** What a corpus shows of which words go together, as plain data that a file can keep. */
export type LatentSpace = {
  /** How many directions there are. */
  width: number;
  /** The row of each term in the directions; `NO_ROW` for a term that it wasn't learned from. */
  rows: Uint32Array;
  /** A row for each term that several documents held. */
  directions: Float32Array;
  /** Where each document lies in the directions, a row for each. */
  vectors: Int8Array;
  /** Which documents it wasn't learned from: 1 for each that came later, by ordinal. */
  isLater: Uint8Array;
};

/** How similar a document and a query are in what they are about: -1 to 1. */
export type Similarity = (ordinal: number) => number;

/** From so few documents nothing of the kind can be learned. */
const FEWEST = 300;
/** A larger part of documents that it wasn't learned from, and it is learned anew. */
const MOST_LATER = 0.1;
/** Directions: fewer where there are few documents to tell them apart by. */
const MOST_DIRECTIONS = 40;
const DOCUMENTS_A_DIRECTION = 8;
/** Documents that the directions are learned from, evenly taken; all find their place in them. */
const SAMPLE = 5000;
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
export function learnLatentSpace(
  forward: ForwardIndex,
  postings: Postings,
): LatentSpace | undefined {
  const documents = postings.lengths.length;
  if (!isEnoughToLearn(documents)) return undefined;
  const width = Math.min(MOST_DIRECTIONS, Math.floor(documents / DOCUMENTS_A_DIRECTION));
  const step = Math.ceil(documents / SAMPLE);
  const terms = sharedTerms(postings, step);
  const rows = new Uint32Array(postings.terms.length).fill(NO_ROW);
  for (const [row, term] of terms.entries()) rows[term] = row;
  const directions = learnDirections(weighTerms(postings, terms, step), width);
  const placeOf = placeDocuments({ width, rows, directions }, forward, postings);
  const vectors = new Int8Array(documents * width);
  for (let ordinal = 0; ordinal < documents; ordinal += 1) {
    vectors.set(placeOf(ordinal), ordinal * width);
  }
  return { width, rows, directions, vectors, isLater: new Uint8Array(documents) };
}

export const isEnoughToLearn = (documents: number): boolean => documents >= FEWEST;

/**
 * Whether so many documents are new since the space was learned, or so few are left of all, that it
 * says too little of them.
 * @param earlierOrdinals of each document that in the space, or `NEW`
 */
export function isOutgrown({ isLater }: LatentSpace, earlierOrdinals: Int32Array): boolean {
  const { length } = earlierOrdinals;
  const later = earlierOrdinals.filter((earlier) => earlier === NEW || isLater[earlier] === 1);
  return !isEnoughToLearn(length) || later.length > MOST_LATER * length;
}

/**
 * A space with other documents in it: its directions stay, and new documents find their place there.
 * @param termBefore the number of each term in the space, or `NEW`
 * @param earlierOrdinals of each document that in the space, or `NEW`
 */
export function extendLatentSpace(
  { width, rows, directions, vectors, isLater }: LatentSpace,
  forward: ForwardIndex,
  postings: Postings,
  termBefore: Int32Array,
  earlierOrdinals: Int32Array,
): LatentSpace {
  const { terms, lengths } = postings;
  const newRows = filled(
    new Uint32Array(terms.length),
    (term) => rows[termBefore[term] ?? NEW] ?? NO_ROW,
  );
  const newVectors = new Int8Array(earlierOrdinals.length * width);
  const placeOf = placeDocuments({ width, rows: newRows, directions }, forward, postings);
  for (const { ordinal, earlier, length } of runsOf(earlierOrdinals)) {
    newVectors.set(
      earlier === NEW
        ? placeOf(ordinal)
        : vectors.subarray(earlier * width, (earlier + length) * width),
      ordinal * width,
    );
  }
  return {
    width,
    rows: newRows,
    directions,
    vectors: newVectors,
    isLater: filled(
      new Uint8Array(lengths.length),
      (ordinal) => isLater[earlierOrdinals[ordinal] ?? NEW] ?? 1,
    ),
  };
}

/** How similar documents are to terms, each given by its number with its weight. */
export function similarityTo(
  { width, rows, directions, vectors }: LatentSpace,
  asked: readonly { number: number; weight: number }[],
): Similarity {
  const known = asked.flatMap(({ number, weight }) => {
    const row = rows[number] ?? NO_ROW;
    if (row === NO_ROW) return [];
    return [{ directions: directions.subarray(row * width, (row + 1) * width), weight }];
  });
  const similarity = similarityOf(width, known);
  return (ordinal) => similarity(vectors, ordinal * width);
}

/**
 * How similar vectors are to weighted terms, each given by its row of the directions.
 * @returns of a vector that begins at a place among others
 */
export function similarityOf(
  width: number,
  asked: readonly { directions: Float32Array; weight: number }[],
): (vectors: Int8Array, at: number) => number {
  const sought = new Float32Array(width);
  for (const { directions, weight } of asked) addRow(sought, 0, directions, 0, width, weight);
  const length = Math.hypot(...sought) || 1;
  return (vectors, at) => {
    let sum = 0;
    for (let i = 0; i < width; i += 1) sum += (sought[i] ?? 0) * (vectors[at + i] ?? 0);
    return sum / length / UNIT;
  };
}

/**
 * The terms that more than one document holds, and at least one of those learned from, without which
 * they have no direction; those that most hold first.
 */
function sharedTerms({ terms, starts, ordinals }: Postings, step: number): number[] {
  const frequency = (term: number) => (starts[term + 1] ?? 0) - (starts[term] ?? 0);
  const isLearnedFrom = (term: number) =>
    ordinals.subarray(starts[term], starts[term + 1]).some((ordinal) => ordinal % step === 0);
  return [...terms.keys()]
    .filter((term) => frequency(term) > 1 && isLearnedFrom(term))
    .sort((a, b) => frequency(b) - frequency(a));
}
