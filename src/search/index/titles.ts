import { NEW } from '../../data/corpus/check-lines.ts';
import { filled } from '../../data/filled.ts';
import { FIRST_WORD, type ForwardIndex, JOINED, TITLE } from './forward-index.ts';
import { createListWriter, inverted, type Lists } from './lists.ts';
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
  const read = readTitles(forward);
  const compare = byWords(read);
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
  const lengths = filled(new Uint32Array(length), (rank) => read.lengths[ordinals[rank] ?? 0] ?? 0);
  const postings = titlePostings(read.words, ordinals, forward.dictionary.length);
  return { ordinals, lengths, postings, alphabet };
}

/** The titles, taken out of all else, by ordinal. */
type TitleWords = {
  /** Each title's words as it reads, then those joined of two. */
  words: Lists;
  /** How many it has as it reads. */
  lengths: Uint32Array;
};

function readTitles({ lists: { starts, values } }: ForwardIndex): TitleWords {
  const lengths = new Uint32Array(starts.length - 1);
  const writer = createListWriter();
  for (let ordinal = 0; ordinal < lengths.length; ordinal += 1) {
    const [begin = 0, end = 0] = [starts[ordinal], starts[ordinal + 1]];
    let isJoined = false;
    for (let at = begin + 1; values[begin] === TITLE && at < end; at += 1) {
      const value = values[at] ?? 0;
      if (value < JOINED) break;
      if (value === JOINED) isJoined = true;
      else {
        writer.push(value - FIRST_WORD);
        if (!isJoined) lengths[ordinal] = (lengths[ordinal] ?? 0) + 1;
      }
    }
    writer.end();
  }
  return { words: writer.lists(), lengths };
}

/** Which of two titles comes first: words in the order of their numbers are in that of the alphabet. */
function byWords({ words: { starts, values }, lengths }: TitleWords) {
  return (a: number, b: number): number => {
    const [one = 0, other = 0] = [starts[a], starts[b]];
    const [length = 0, otherLength = 0] = [lengths[a], lengths[b]];
    const least = Math.min(length, otherLength);
    for (let i = 0; i < least; i += 1) {
      const difference = (values[one + i] ?? 0) - (values[other + i] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  };
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

/**
 * The ranks of the titles that hold each word, each title once.
 * @param ordinals the title of each rank
 * @param words how many there are
 */
function titlePostings({ starts, values }: Lists, ordinals: Uint32Array, words: number): Lists {
  const found = createListWriter(values.length);
  const last = new Int32Array(words).fill(-1);
  const frequencies = new Uint32Array(words);
  for (let rank = 0; rank < ordinals.length; rank += 1) {
    const ordinal = ordinals[rank] ?? 0;
    const end = starts[ordinal + 1] ?? 0;
    for (let at = starts[ordinal] ?? 0; at < end; at += 1) {
      const word = values[at] ?? 0;
      if (last[word] === rank) continue;
      last[word] = rank;
      frequencies[word] = (frequencies[word] ?? 0) + 1;
      found.push(word);
    }
    found.end();
  }
  return inverted(found.lists(), frequencies);
}
