import { bareWords, terms } from './analysis.ts';
import { compareText } from './order.ts';

/**
 * Titles by their words, stop words included. A title's rank is its place in the order in which
 * equally good titles are suggested; its place is that in the list that was indexed.
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
  /** The ranks of the titles that read the same, by that reading. */
  readings: ReadonlyMap<string, readonly number[]>;
};

/** Ranks shorter titles first: they say more of what was typed. Then by the alphabet. */
export function indexTitles(titles: readonly string[]): Titles {
  const ranked = Array.from(titles, (title, place) => ({ title, place })).sort(
    (a, b) => a.title.length - b.title.length || compareText(a.title, b.title) || a.place - b.place,
  );
  const spelled = ranked.map(({ title }) => [...new Set(terms(title).map(({ word }) => word))]);
  const dictionary = [...new Set(spelled.flat())].sort();
  const numbers = new Map(dictionary.map((word, number) => [word, number]));
  const words = spelled.map((all) => all.map((word) => numbers.get(word) ?? 0));
  const postings: number[][] = dictionary.map(() => []);
  for (const [rank, all] of words.entries()) for (const number of all) postings[number]?.push(rank);
  const readings = new Map<string, number[]>();
  for (const [rank, { title }] of ranked.entries()) {
    const reading = bareWords(title).join(' ');
    const same = readings.get(reading);
    if (same) same.push(rank);
    else readings.set(reading, [rank]);
  }
  const places = ranked.map(({ place }) => place);
  return { places, dictionary, numbers, postings, words, readings };
}

/** The ranks of the titles that hold the word, ascending. */
export const holding = (titles: Titles, word: string): readonly number[] =>
  titles.postings[titles.numbers.get(word) ?? -1] ?? [];

/** The places of the titles that say these words and no more; none for no words. */
export const titled = (titles: Titles, words: readonly string[]): number[] =>
  words.length === 0 ? [] : toPlaces(titles, titles.readings.get(words.join(' ')) ?? []);

/**
 * Scores the titles that hold all of the words or, where none does, any of them: by how many, then
 * by how much of the title they are. For queries of words too common to search texts by.
 */
export function scoreTitles(titles: Titles, words: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  const sought = new Set(words);
  for (const word of sought) {
    for (const rank of holding(titles, word)) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  }
  const most = [...counts].filter(([, count]) => count === sought.size);
  return new Map(
    (most.length > 0 ? most : [...counts]).map(([rank, count]) => [
      titles.places[rank] ?? 0,
      count + count / (titles.words[rank]?.length ?? 1),
    ]),
  );
}

export const toPlaces = ({ places }: Titles, ranks: readonly number[]): number[] =>
  ranks.map((rank) => places[rank] ?? 0);
