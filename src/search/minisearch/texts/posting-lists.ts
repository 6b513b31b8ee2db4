import { lowerBound } from '../../../data/lower-bound.ts';
import { VarintReader } from './varints.ts';

/** One run of a word's postings, as the database has it. */
export type PackedRun = { documents: Uint8Array; places: Uint8Array };

/** Which documents hold a word, ascending by their numbers, and how often each does. */
export type PostingList = { documents: Uint32Array; counts: Uint32Array };

/** The same, with where in the bytes of the places those of each document begin. */
type PlacedList = PostingList & { starts: Uint32Array; places: Uint8Array };

/** Three numbers a document, of a byte at least. */
const LEAST_BYTES = 3;

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

/**
 * Finds the documents of a run that hold words one after the other.
 * @param words each as the run has it
 * @param found is told of each document and each place where the words begin
 */
export function eachPhrase(
  words: readonly PackedRun[],
  found: (document: number, place: number) => void,
): void {
  const lists = words.map(({ documents, places }) => ({ ...readPostings(documents), places }));
  const reached = lists.map(() => 0);
  const [fewest] = lists.toSorted((a, b) => a.documents.length - b.documents.length);
  for (const document of fewest?.documents ?? []) {
    const isInAll = lists.every(({ documents }, i) => {
      let at = reached[i] ?? 0;
      while ((documents[at] ?? document) < document) at += 1;
      reached[i] = at;
      return documents[at] === document;
    });
    if (isInAll) for (const place of phrasesAt(lists, reached)) found(document, place);
  }
}

/** A place where a phrase begins, and the last place that it has reached. */
type Begun = { first: number; last: number };

/** Where phrases begin in one document, which stands at some place of each word's list. */
function phrasesAt(lists: readonly PlacedList[], at: readonly number[]): number[] {
  let begun: Begun[] | undefined;
  for (const [word, list] of lists.entries()) {
    begun =
      begun === undefined ? readPlaces(list, at[word] ?? 0) : goOn(begun, list, at[word] ?? 0);
    if (begun.length === 0) break;
  }
  return (begun ?? []).map(({ first }) => first);
}

/** Where a word begins in a document, ascending. */
export function placesIn({ documents, places }: PackedRun, document: number): number[] {
  const list = { ...readPostings(documents), places };
  const at = lowerBound(list.documents, document);
  return list.documents[at] === document ? readPlaces(list, at).map(({ first }) => first) : [];
}

/** The places of a word in the document at some place of its list, ascending. */
function readPlaces({ places, starts }: PlacedList, at: number): Begun[] {
  const reader = new VarintReader(places, starts[at], starts[at + 1]);
  const found: Begun[] = [];
  let packed = 0;
  while (reader.at < reader.end) {
    packed += reader.next();
    found.push({ first: packed >> 1, last: (packed >> 1) + (packed & 1) });
  }
  return found;
}

/** Those of the phrases begun that the next word goes on. */
function goOn(begun: readonly Begun[], { places, starts }: PlacedList, at: number): Begun[] {
  const reader = new VarintReader(places, starts[at], starts[at + 1]);
  const gone: Begun[] = [];
  let packed = 0;
  let next = 0;
  while (reader.at < reader.end && next < begun.length) {
    packed += reader.next();
    const first = packed >> 1;
    // A word of two places may have been begun before one of one, and end after it.
    while (next < begun.length && (begun[next]?.last ?? 0) < first - 2) next += 1;
    for (let i = next; i < begun.length && (begun[i]?.first ?? 0) < first; i += 1) {
      const one = begun[i];
      if (one?.last === first - 1) gone.push({ first: one.first, last: first + (packed & 1) });
    }
  }
  return gone;
}
