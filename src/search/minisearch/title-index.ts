import { numberIn } from '../index/coded-lists.ts';
import { FIRST_WORD, type ForwardIndex, titleOf } from '../index/forward-index.ts';
import { listAt } from '../index/lists.ts';
import type { Titles } from '../index/titles.ts';
import { addScore, type Scores } from './scores.ts';

/** Titles, and the words that they are made of. */
export type TitleIndex = { forward: ForwardIndex; titles: Titles };

/** The ranks of the titles that hold the word, ascending. */
export function holding({ forward, titles }: TitleIndex, word: string): Uint32Array {
  const number = numberIn(forward.dictionary, word);
  return number === undefined ? NONE : listAt(titles.postings, number);
}

const NONE = new Uint32Array();

/** The words of the title of a rank, as `titleOf` has them. */
export const titleAt = ({ forward, titles }: TitleIndex, rank: number): Uint32Array =>
  titleOf(forward, titles.ordinals[rank] ?? 0);

/** The documents whose titles say these words and no more; none for no words. */
export function titled(index: TitleIndex, words: readonly string[]): number[] {
  const { forward, titles } = index;
  const numbers = words.map((word) => numberIn(forward.dictionary, word));
  const [rarest] = words
    .map((word) => holding(index, word))
    .sort((one, other) => one.length - other.length);
  return [...(rarest ?? [])]
    .filter((rank) => {
      if (titles.lengths[rank] !== words.length) return false;
      const held = titleAt(index, rank);
      return numbers.every((number, i) => held[i] === FIRST_WORD + (number ?? -1));
    })
    .map((rank) => titles.ordinals[rank] ?? 0);
}

/** The documents whose titles have no word at all. */
export const wordless = ({ titles }: TitleIndex): number[] =>
  [...titles.ordinals].filter((_, rank) => titles.lengths[rank] === 0);

/**
 * Scores the titles that hold all of the words or, where none does, any of them: by how many, then
 * by how much of the title they are. For queries of words too common to search texts by.
 */
export function scoreTitles(index: TitleIndex, words: readonly string[], scores: Scores): void {
  const counts = new Map<number, number>();
  const sought = new Set(words);
  for (const word of sought) {
    for (const rank of holding(index, word)) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  }
  const full = [...counts].filter(([, count]) => count === sought.size);
  for (const [rank, count] of full.length > 0 ? full : counts) {
    const length = titleAt(index, rank).filter((value) => value >= FIRST_WORD).length;
    addScore(scores, index.titles.ordinals[rank] ?? 0, count + count / (length || 1));
  }
}
