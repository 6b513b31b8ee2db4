import { stemmer } from 'stemmer';
import { createWalk } from './walk-words.ts';
import { readsByItself, type Word } from './word.ts';

/** A word with its stem, which is what the index holds. */
export type Term = Word & { stem: string };

/** Different words that are remembered for `terms`. */
const MOST_REMEMBERED = 10_000;

/** The words of a text in their order: one and the same for the index, the query and the snippet. */
export const terms: (text: string) => Term[] = createTermsReader(MOST_REMEMBERED);

/** Makes `terms`, for very many texts in a row (see `createAnalyzer`). */
export function createTermsReader(mostRemembered: number): (text: string) => Term[] {
  return createAnalyzer(mostRemembered, (word) => ({ stem: stem(word) }));
}

/**
 * Takes texts apart into words, joined ones among them (see `createWalk`).
 * @param mostRemembered how many different words are remembered, some 200 bytes each
 * @param besides what else is told of a folded word
 */
export function createAnalyzer(mostRemembered: number): (text: string) => Word[];
export function createAnalyzer<Besides extends object>(
  mostRemembered: number,
  besides: (word: string) => Besides,
): (text: string) => (Word & Besides)[];
export function createAnalyzer(
  mostRemembered: number,
  besides: (word: string) => object = () => ({}),
): (text: string) => Word[] {
  const walk = createWalk(mostRemembered, besides);
  return (text) => {
    const found: Word[] = [];
    let last: Word | undefined;
    let isHalf = false;
    walk(
      text,
      (reading, start, end) => {
        last = { ...reading, start, end };
        if (isHalf) last.kind = 'half';
        isHalf = false;
        found.push(last);
      },
      (reading, start, end) => {
        found.push({ ...reading, start, end });
        isHalf = reading.kind === 'pair';
        if (isHalf && last) last.kind = 'half';
      },
    );
    return found;
  };
}

/** Every word as it reads, neither stemmed nor joined: the same for two titles that say the same. */
export const bareWords = (text: string): string[] =>
  terms(text)
    .filter(readsByItself)
    .map(({ word }) => word);

/**
 * Porter's algorithm, which knows English words in plain letters only, with the rule of its
 * successor (snowballstem.org) that "y" after a vowel stays: Mr. Lay is not En-lai.
 */
export function stem(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  const found = stemmer(word);
  const wasY = /[aeiou]i$/.test(found) && word[found.length - 1] === 'y';
  return wasY ? `${found.slice(0, -1)}y` : found;
}
