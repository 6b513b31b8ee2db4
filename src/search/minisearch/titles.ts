import { compareText } from '../../data/dates/compare.ts';
import { type Term, terms } from '../text/analysis.ts';
import { type Lists, listAt, packLists } from './lists.ts';
import { lowerBound } from './lower-bound.ts';
import { addScore, type Scores } from './scores.ts';

/**
 * Titles by their words, stop words included, as plain data that a file can keep. A title's place is
 * that in the list that was indexed; its rank is its place in the order in which equally good titles
 * are suggested.
 */
export type Titles = {
  /** The place of each rank. */
  places: Uint32Array;
  /** All words, sorted; a word's number is its place here. */
  dictionary: readonly string[];
  /** The ranks of the titles that hold each word, ascending, by the word's number. */
  postings: Lists;
  /** The numbers of the words of each title by its rank, as it reads, then those joined of two. */
  words: Lists;
  /** How many words each title has as it reads, by its rank. */
  lengths: Uint32Array;
};

/**
 * Indexes the titles. First in rank are those that do not repeat another, so that a choice offers
 * different titles; then the shorter, of which the words typed say more; then by the alphabet.
 */
export function indexTitles(titles: readonly string[]): Titles {
  const seen = new Map<string, number>();
  const ranked = Array.from(titles, (title, place) => {
    const found = terms(title);
    const isJoined = ({ kind }: Term) => kind === 'pair' || kind === 'compound';
    const reading = found.filter((term) => !isJoined(term)).map(({ word }) => word);
    const joined = found.filter(isJoined).map(({ word }) => word);
    const said = reading.join(' ');
    const before = seen.get(said) ?? 0;
    seen.set(said, before + 1);
    return { title, place, length: reading.length, words: [...reading, ...joined], before };
  }).sort(
    (a, b) =>
      a.before - b.before ||
      a.title.length - b.title.length ||
      compareText(a.title, b.title) ||
      a.place - b.place,
  );
  const words = ranked.map((one) => one.words);
  const dictionary = [...new Set(words.flat())].sort();
  const numbers = new Map(dictionary.map((word, number) => [word, number]));
  const numbered = words.map((each) => each.map((word) => numbers.get(word) ?? 0));
  const ranks = dictionary.map((): number[] => []);
  for (const [rank, each] of numbered.entries()) {
    for (const number of new Set(each)) ranks[number]?.push(rank);
  }
  return {
    places: Uint32Array.from(ranked, ({ place }) => place),
    dictionary,
    postings: packLists(ranks),
    words: packLists(numbered),
    lengths: Uint32Array.from(ranked, ({ length }) => length),
  };
}

/** The number of a word; undefined for one that is in no title. */
export function numberOf({ dictionary }: Titles, word: string): number | undefined {
  const number = lowerBound(dictionary, word);
  return dictionary[number] === word ? number : undefined;
}

/** The ranks of the titles that hold the word, ascending. */
export function holding(titles: Titles, word: string): Uint32Array {
  const number = numberOf(titles, word);
  return number === undefined ? new Uint32Array() : listAt(titles.postings, number);
}

/** The places of the titles that say these words and no more; none for no words. */
export function titled(titles: Titles, words: readonly string[]): number[] {
  const numbers = words.map((word) => numberOf(titles, word));
  const [rarest] = words
    .map((word) => holding(titles, word))
    .sort((one, other) => one.length - other.length);
  return [...(rarest ?? [])]
    .filter((rank) => {
      if (titles.lengths[rank] !== words.length) return false;
      const held = listAt(titles.words, rank);
      return numbers.every((number, i) => held[i] === number);
    })
    .map((rank) => titles.places[rank] ?? 0);
}

/**
 * Scores the titles that hold all of the words or, where none does, any of them: by how many, then
 * by how much of the title they are. For queries of words too common to search texts by.
 */
export function scoreTitles(titles: Titles, words: readonly string[], scores: Scores): void {
  const counts = new Map<number, number>();
  const sought = new Set(words);
  for (const word of sought) {
    for (const rank of holding(titles, word)) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  }
  const full = [...counts].filter(([, count]) => count === sought.size);
  for (const [rank, count] of full.length > 0 ? full : counts) {
    const share = count / (listAt(titles.words, rank).length || 1);
    addScore(scores, titles.places[rank] ?? 0, count + share);
  }
}
