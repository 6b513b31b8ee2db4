import { NEW } from '../../data/corpus/check-lines.ts';
import { filled } from '../../data/filled.ts';
import { FIRST_WORD, type ForwardIndex, JOINED, TITLE } from './forward-index.ts';
import { type Lists, startsOf } from './lists.ts';
import { ordinalsNow } from './ordinals-now.ts';

/**
 * The titles by their words, stop words included. A title's rank is its place in the order in which
 * equally good titles are suggested.
 */
export type Titles = {
  /** The document of each rank, by its ordinal. */
  ordinals: Uint32Array;
  /** How many words each title has as it reads, by its rank. */
  lengths: Uint32Array;
  /** The ranks of the titles that hold each word of the forward index, ascending. */
  postings: Lists;
  /** The documents in the order of their titles' words. */
  alphabet: Uint32Array;
};

/** Longer titles, and titles repeated more often, are ranked like these: so three numbers are one. */
const LONGEST = 2 ** 12 - 1;
const MOST_REPEATED = 2 ** 17 - 1;

/**
 * Ranks the titles: first those that don't repeat another, so that a choice offers different titles;
 * then the shorter, of which the words typed say more; then by the alphabet.
 * @param letters the length of each title, by ordinal
 * @param earlier titles that are in order already, and of each document its ordinal there, or `NEW`
 */
export function indexTitles(
  forward: ForwardIndex,
  letters: Uint16Array,
  earlier?: { alphabet: Uint32Array; earlierOrdinals: Int32Array },
): Titles {
  const { length } = letters;
  const { words, compare } = readTitles(forward);
  const alphabet = inOrder(length, (a, b) => compare(a, b) || a - b, earlier);
  const keys = new Float64Array(length);
  let repeats = 0;
  for (const [at, ordinal] of alphabet.entries()) {
    const isRepeated = at > 0 && compare(alphabet[at - 1] ?? 0, ordinal) === 0;
    repeats = isRepeated ? repeats + 1 : 0;
    const most = Math.min(repeats, MOST_REPEATED) * (LONGEST + 1);
    keys[at] = (most + Math.min(letters[ordinal] ?? 0, LONGEST)) * length + at;
  }
  // Numbers are sorted many times as fast as documents.
  keys.sort();
  const ordinals = filled(
    new Uint32Array(length),
    (rank) => alphabet[(keys[rank] ?? 0) % length] ?? 0,
  );
  const lengths = filled(new Uint32Array(length), (rank) => words[ordinals[rank] ?? 0] ?? 0);
  return { ordinals, lengths, postings: titlePostings(forward, ordinals), alphabet };
}

/** How many words each title has, by ordinal, and which of two comes first by its words. */
function readTitles({ lists: { starts, values } }: ForwardIndex) {
  const documents = starts.length - 1;
  const words = new Uint32Array(documents);
  for (let ordinal = 0; ordinal < documents; ordinal += 1) {
    const [begin = 0, end = 0] = [starts[ordinal], starts[ordinal + 1]];
    if (values[begin] !== TITLE) continue;
    let at = begin + 1;
    while (at < end && (values[at] ?? 0) >= FIRST_WORD) at += 1;
    words[ordinal] = at - begin - 1;
  }
  // Words in the order of their numbers are in the order of the alphabet.
  const compare = (a: number, b: number): number => {
    const [one = 0, other = 0] = [starts[a], starts[b]];
    const [length = 0, otherLength = 0] = [words[a], words[b]];
    const least = Math.min(length, otherLength);
    for (let i = 1; i <= least; i += 1) {
      const difference = (values[one + i] ?? 0) - (values[other + i] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  };
  return { words, compare };
}

/** Numbers from 0 on in an order; those that were in order before only have the others put among them. */
function inOrder(
  length: number,
  compare: (a: number, b: number) => number,
  earlier?: { alphabet: Uint32Array; earlierOrdinals: Int32Array },
): Uint32Array {
  if (!earlier) return filled(new Uint32Array(length), (ordinal) => ordinal).sort(compare);
  const { ordinalNow, added } = ordinalsNow(earlier.earlierOrdinals, earlier.alphabet.length);
  added.sort(compare);
  const ordered = new Uint32Array(length);
  let count = 0;
  let next = 0;
  const put = (ordinal: number) => {
    ordered[count] = ordinal;
    count += 1;
  };
  for (const before of earlier.alphabet) {
    const ordinal = ordinalNow[before] ?? NEW;
    if (ordinal === NEW) continue;
    for (; next < added.length; next += 1) {
      const other = added[next] ?? 0;
      if (compare(other, ordinal) > 0) break;
      put(other);
    }
    put(ordinal);
  }
  for (const other of added.slice(next)) put(other);
  return ordered;
}

function titlePostings(forward: ForwardIndex, ordinals: Uint32Array): Lists {
  const words = forward.dictionary.length;
  const lengths = new Uint32Array(words);
  forEachWord(forward, ordinals, (word) => {
    lengths[word] = (lengths[word] ?? 0) + 1;
  });
  const starts = startsOf(lengths);
  const free = starts.slice();
  const values = new Uint32Array(starts[words] ?? 0);
  forEachWord(forward, ordinals, (word, rank) => {
    const at = free[word] ?? 0;
    values[at] = rank;
    free[word] = at + 1;
  });
  return { starts, values };
}

/** Calls with each different word of each title, joined ones too. */
function forEachWord(
  { dictionary, lists: { starts, values } }: ForwardIndex,
  ordinals: Uint32Array,
  call: (word: number, rank: number) => void,
): void {
  const last = new Int32Array(dictionary.length).fill(-1);
  for (let rank = 0; rank < ordinals.length; rank += 1) {
    const ordinal = ordinals[rank] ?? 0;
    const [begin = 0, end = 0] = [starts[ordinal], starts[ordinal + 1]];
    if (values[begin] !== TITLE) continue;
    for (let at = begin + 1; at < end; at += 1) {
      const value = values[at] ?? 0;
      if (value < JOINED) break;
      const word = value - FIRST_WORD;
      if (word < 0 || last[word] === rank) continue;
      last[word] = rank;
      call(word, rank);
    }
  }
}
