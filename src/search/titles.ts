import { compareText } from '../data/date/compare.ts';
import { bareWords, terms } from './analysis.ts';
import { addScore, type Scores } from './scores.ts';

/**
 * Titles by their words, stop words included. A title's place is that in the list that was indexed;
 * its rank is its place in the order in which equally good titles are suggested.
 */
export type Titles = {
  /** The place of each rank. */
  places: readonly number[];
  /** All words, sorted; a word's number is its place here. */
  dictionary: readonly string[];
  numbers: ReadonlyMap<string, number>;
  /** The ranks of the titles that hold each word, ascending, by the word's number. */
  postings: readonly (readonly number[])[];
  /** The numbers of the words of each title, by its rank. */
  words: readonly (readonly number[])[];
  /** The places of the titles that read the same, by that reading. */
  readings: ReadonlyMap<string, readonly number[]>;
};

/**
 * Indexes the titles. First in rank are those that do not repeat another, so that a choice offers
 * different titles; then the shorter, of which the words typed say more; then by the alphabet.
 */
export function indexTitles(titles: readonly string[]): Titles {
  const readings = new Map<string, number[]>();
  const repeats = titles.map((title, place) => append(readings, bareWords(title).join(' '), place));
  const ranked = Array.from(titles, (title, place) => ({ title, place })).sort(
    (a, b) =>
      (repeats[a.place] ?? 0) - (repeats[b.place] ?? 0) ||
      a.title.length - b.title.length ||
      compareText(a.title, b.title) ||
      a.place - b.place,
  );
  const spelled = ranked.map(({ title }) => [...new Set(terms(title).map(({ word }) => word))]);
  const ranks = new Map<string, number[]>();
  for (const [rank, words] of spelled.entries())
    for (const word of words) append(ranks, word, rank);
  const dictionary = [...ranks.keys()].sort();
  const numbers = new Map(dictionary.map((word, number) => [word, number]));
  return {
    places: ranked.map(({ place }) => place),
    dictionary,
    numbers,
    postings: dictionary.map((word) => ranks.get(word) ?? []),
    words: spelled.map((words) => words.map((word) => numbers.get(word) ?? 0)),
    readings,
  };
}

/** Adds to the list under the key; answers how many stood there before. */
function append(lists: Map<string, number[]>, key: string, value: number): number {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list.push(value) - 1;
}

/** The ranks of the titles that hold the word, ascending. */
export const holding = (titles: Titles, word: string): readonly number[] =>
  titles.postings[titles.numbers.get(word) ?? -1] ?? [];

/** The places of the titles that say these words and no more; none for no words. */
export const titled = ({ readings }: Titles, words: readonly string[]): readonly number[] =>
  words.length === 0 ? [] : (readings.get(words.join(' ')) ?? []);

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
    addScore(scores, titles.places[rank] ?? 0, count + count / (titles.words[rank]?.length ?? 1));
  }
}
