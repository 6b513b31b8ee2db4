import type { Emptiness } from '../hits.ts';
import { bareWords } from '../text/analysis.ts';
import { nearestWords } from './spelling.ts';
import type { TypedQuery } from './typed-query.ts';
import { queryTerms } from './weigh-words.ts';
import type { WordStatistics } from './word-statistics.ts';
import { demandedByWords } from './words-demanded.ts';

const MOST_SPELLINGS = 3;
/** Of a pasted passage, as many words as a person would look at. */
const MOST_WORDS = 12;

/** The words that a query looks for in texts, with how many documents hold each. */
export function explainWords(typed: TypedQuery, statistics: WordStatistics): Emptiness['words'] {
  const text = [typed.words, ...demandedByWords(typed).map((one) => one.text)].join(' ');
  const terms = queryTerms(text).filter(({ kind }) => kind === 'word');
  const unique = new Map(terms.map((term) => [term.word, term]));
  return [...unique.values()].slice(0, MOST_WORDS).map(({ word, stem, start, end }) => {
    const total = statistics.frequency(stem);
    // The vocabulary is made when it is first read, which takes a while.
    const nearest = total > 0 ? [] : nearestWords(statistics.vocabulary, word, MOST_SPELLINGS);
    return { word: text.slice(start, end), total, nearest };
  });
}

/** The words of a text whose words are all looked for in titles only. */
export const titleWords = (text: string): string[] =>
  [...new Set(bareWords(text))].slice(0, MOST_WORDS);
