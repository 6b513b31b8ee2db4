import { FIRST_WORD, type ForwardIndex, JOINED, TITLE } from './forward-index.ts';
import { type Lists, startsOf } from './lists.ts';

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
};

/**
 * Ranks the titles: first those that don't repeat another, so that a choice offers different titles;
 * then the shorter, of which the words typed say more; then by the alphabet.
 * @param letters the length of each title, by ordinal
 */
export function indexTitles(forward: ForwardIndex, letters: Uint16Array): Titles {
  const { repeats, alphabet, words } = readTitles(forward);
  const ordinals = Uint32Array.from(letters.keys()).sort(
    (a, b) =>
      (repeats[a] ?? 0) - (repeats[b] ?? 0) ||
      (letters[a] ?? 0) - (letters[b] ?? 0) ||
      (alphabet[a] ?? 0) - (alphabet[b] ?? 0) ||
      a - b,
  );
  const lengths = Uint32Array.from(ordinals, (ordinal) => words[ordinal] ?? 0);
  return { ordinals, lengths, postings: titlePostings(forward, ordinals) };
}

/** By ordinal: how many before it have the same title, its place in the alphabet, and its words. */
function readTitles({ lists: { starts, values } }: ForwardIndex) {
  const documents = starts.length - 1;
  const begins = new Uint32Array(documents);
  const words = new Uint32Array(documents);
  for (let ordinal = 0; ordinal < documents; ordinal += 1) {
    const [begin = 0, end = 0] = [starts[ordinal], starts[ordinal + 1]];
    begins[ordinal] = begin + 1;
    if (values[begin] !== TITLE) continue;
    let at = begin + 1;
    while (at < end && (values[at] ?? 0) >= FIRST_WORD) at += 1;
    words[ordinal] = at - begin - 1;
  }
  // Words in the order of their numbers are in the order of the alphabet.
  const compare = (a: number, b: number): number => {
    const [one = 0, other = 0, length = 0, otherLength = 0] = [
      begins[a],
      begins[b],
      words[a],
      words[b],
    ];
    const least = Math.min(length, otherLength);
    for (let i = 0; i < least; i += 1) {
      const difference = (values[one + i] ?? 0) - (values[other + i] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  };
  const sorted = Uint32Array.from(words.keys()).sort((a, b) => compare(a, b) || a - b);
  const repeats = new Uint32Array(documents);
  const alphabet = new Uint32Array(documents);
  for (let i = 1; i < sorted.length; i += 1) {
    const [one = 0, other = 0] = [sorted[i - 1], sorted[i]];
    const isSame = compare(one, other) === 0;
    repeats[other] = isSame ? (repeats[one] ?? 0) + 1 : 0;
    alphabet[other] = (alphabet[one] ?? 0) + Number(!isSame);
  }
  return { repeats, alphabet, words };
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
