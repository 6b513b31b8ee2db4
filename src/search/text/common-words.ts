import dictionary from 'dictionary-en';
import nspell from 'nspell';
import { type PackedWords, packWords } from './packed-words.ts';

let words: PackedWords | undefined;

/**
 * Whether a word, in lower case, is one of the English language, in any of its forms. The first one
 * asked for waits a third of a second for the dictionary.
 */
export function isCommonWord(word: string): boolean {
  words ??= readDictionary();
  return words.numberOf(word) !== undefined || ORDINAL.test(word);
}

/** The dictionary has a rule for these, and no list. */
const ORDINAL = /^\d+(?:st|nd|rd|th)$/;

/** All forms of all words in lower case; what nspell holds of them takes ten times the memory. */
function readDictionary(): PackedWords {
  const spell = nspell(dictionary);
  const forms = Object.keys(spell.data).filter(
    (form) => form === form.toLowerCase() && spell.correct(form),
  );
  return packWords(forms.sort());
}
