import { isCommonWord } from '../text/common-words.ts';
import { queryTerms } from './weigh-words.ts';

/** A question of more words has something to say beside names. */
const MOST_WORDS = 4;

/**
 * The words of a question that name somebody or something: those with a capital, unless the whole text
 * is written in them, and those that are none of the language's. In lower case.
 */
export const nameWords = (text: string): string[] =>
  queryTerms(text)
    .filter(({ kind }) => kind === 'word')
    .filter(({ word, start, end }) => {
      const isCapital = text !== text.toUpperCase() && /^\p{Lu}/u.test(text.slice(start, end));
      return isCapital || !isCommonWord(word);
    })
    .map(({ word }) => word);

/** Whether a short question gives nothing but names: they have no meaning that other words share. */
export function isNamesOnly(text: string): boolean {
  const words = queryTerms(text).filter(({ kind }) => kind === 'word');
  return words.length <= MOST_WORDS && words.length === nameWords(text).length;
}
