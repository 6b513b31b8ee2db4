import dictionary from 'dictionary-en';
import nspell from 'nspell';

let spell: ReturnType<typeof nspell> | undefined;

/**
 * Whether a word, in lower case, is one of the English language, in any of its forms. The first one
 * asked for waits a third of a second for the dictionary.
 */
export function isCommonWord(word: string): boolean {
  spell ??= nspell(dictionary);
  return spell.correct(word);
}
