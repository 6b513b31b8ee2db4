import {
  firstOf,
  lastOf,
  type PackedRun,
  type PostingList,
  readPostings,
} from './posting-lists.ts';
import { VarintReader } from './varints.ts';

/** What is known of one word of a phrase, in one run. */
type PhraseWord = PostingList & { starts: Uint32Array; places: Uint8Array; at: number };

/** Where phrases have begun in a document, and the last place that each has reached; used again and again. */
type Begun = { length: number; first: Uint32Array; last: Uint32Array };

/**
 * Finds the documents of a run that hold words one after the other.
 * @param words each as the run has it
 * @param found is told of each document and each place where the words begin
 */
export function eachPhrase(
  words: readonly PackedRun[],
  found: (document: number, place: number) => void,
): void {
  const lists = words.map(
    ({ documents, places }): PhraseWord => ({ ...readPostings(documents), places, at: 0 }),
  );
  const [fewest] = lists.toSorted((a, b) => a.documents.length - b.documents.length);
  let [begun, next] = [newBegun(), newBegun()];
  for (const document of fewest?.documents ?? []) {
    if (!areAllAt(lists, document)) continue;
    for (const [i, list] of lists.entries()) {
      if (i === 0) begin(list, begun);
      else {
        goOn(begun, list, next);
        [begun, next] = [next, begun];
      }
      if (begun.length === 0) break;
    }
    for (let i = 0; i < begun.length; i += 1) found(document, begun.first[i] ?? 0);
  }
}

/** Goes on to a document in each list. Documents are asked for in ascending order. */
function areAllAt(lists: readonly PhraseWord[], document: number): boolean {
  for (const list of lists) {
    const { documents } = list;
    let { at } = list;
    while (at < documents.length && (documents[at] ?? 0) < document) at += 1;
    list.at = at;
    if (documents[at] !== document) return false;
  }
  return true;
}

/** The places of the first word. */
function begin({ places, starts, counts, at }: PhraseWord, begun: Begun): void {
  makeRoom(begun, counts[at] ?? 0);
  const reader = new VarintReader(places, starts[at], starts[at + 1]);
  let packed = 0;
  let length = 0;
  while (reader.at < reader.end) {
    packed += reader.next();
    begun.first[length] = firstOf(packed);
    begun.last[length] = lastOf(packed);
    length += 1;
  }
  begun.length = length;
}

/** Those of the phrases begun that the next word goes on. */
function goOn(begun: Begun, { places, starts, at }: PhraseWord, next: Begun): void {
  // Where a phrase has begun, at most two words can go on: one of one place, and one of two.
  makeRoom(next, 2 * begun.length);
  const reader = new VarintReader(places, starts[at], starts[at + 1]);
  const { first, last } = begun;
  let packed = 0;
  let length = 0;
  let from = 0;
  while (reader.at < reader.end && from < begun.length) {
    packed += reader.next();
    const before = firstOf(packed) - 1;
    while (from < begun.length && (last[from] ?? 0) < before) from += 1;
    // They stand in the order in which their last words begin, of which some take two places.
    for (let i = from; i < begun.length && (last[i] ?? 0) <= before + 1; i += 1) {
      if (last[i] !== before) continue;
      next.first[length] = first[i] ?? 0;
      next.last[length] = lastOf(packed);
      length += 1;
    }
  }
  next.length = length;
}

const newBegun = (): Begun => ({
  length: 0,
  first: new Uint32Array(64),
  last: new Uint32Array(64),
});

function makeRoom(begun: Begun, most: number): void {
  if (begun.first.length >= most) return;
  begun.first = new Uint32Array(2 * most);
  begun.last = new Uint32Array(2 * most);
}
