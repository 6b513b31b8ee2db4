import { lowerBound } from '../../../data/lower-bound.ts';
import { VarintReader } from './varints.ts';

/** One run of a word's postings, as the database has it. */
export type PackedRun = { documents: Uint8Array; places: Uint8Array };

/** Which documents hold a word, ascending by their numbers, and how often each does. */
export type PostingList = { documents: Uint32Array; counts: Uint32Array };

/** The same, read, with where in the bytes of the places those of each document begin. */
export type ReadRun = PostingList & { starts: Uint32Array; places: Uint8Array };

export const readRun = ({ documents, places }: PackedRun): ReadRun => ({
  ...readPostings(documents),
  places,
});

/** A word's first place and whether it takes two, in one number. */
export const packPlace = (first: number, isJoined: boolean): number => 2 * first + Number(isJoined);
/** The first place of a packed one. */
export const firstOf = (packed: number): number => packed >>> 1;
/** The last place of a packed one. */
export const lastOf = (packed: number): number => (packed >>> 1) + (packed & 1);

/** Three numbers a document, of a byte at least. */
const LEAST_BYTES = 3;

/** @returns also where in the bytes of the places those of each document begin */
export function readPostings(packed: Uint8Array): PostingList & { starts: Uint32Array } {
  const most = packed.length / LEAST_BYTES;
  const [documents, counts, starts] = [
    new Uint32Array(most),
    new Uint32Array(most),
    new Uint32Array(most + 1),
  ];
  const reader = new VarintReader(packed);
  let [length, document, start] = [0, 0, 0];
  while (reader.at < reader.end) {
    document += reader.next();
    documents[length] = document;
    counts[length] = reader.next();
    start += reader.next();
    length += 1;
    starts[length] = start;
  }
  return {
    documents: documents.subarray(0, length),
    counts: counts.subarray(0, length),
    starts: starts.subarray(0, length + 1),
  };
}

/** Where a word begins in a document, ascending. */
export function placesIn({ documents, places }: PackedRun, document: number): number[] {
  const { documents: holders, starts } = readPostings(documents);
  const at = lowerBound(holders, document);
  if (holders[at] !== document) return [];
  const reader = new VarintReader(places, starts[at], starts[at + 1]);
  const found: number[] = [];
  let packed = 0;
  while (reader.at < reader.end) {
    packed += reader.next();
    found.push(firstOf(packed));
  }
  return found;
}
