import type { WordStatistics } from '../query/word-statistics.ts';
import { stem, terms } from '../text/analysis.ts';
import { isCommonWord } from '../text/common-words.ts';
import { indexedNameWords } from '../text/stop-words.ts';
import type { Name } from './authority.ts';
import { inLetters, respelled } from './chinese-names.ts';
import { joinedOrApart } from './joined-words.ts';
import { inRoman } from './korean-names.ts';
import { createListedNames } from './listed-names.ts';
import type { OtherName } from './other-name.ts';
import { openPlaces } from './places.ts';
import type { Spellings } from './spellings.ts';

/** What a text's names are also called in the corpus. */
type NamesOf = {
  names: readonly OtherName[];
  /**
   * Syllables of names that no document holds whole: "En" of "Chou En-lai" says nothing alone, and
   * finds what is paid en bloc.
   */
  fragments: ReadonlySet<string>;
};

export type OtherNames = (text: string) => NamesOf;

/** So short a part of a name is none by itself, in letters. */
const SYLLABLE = 2;
/** As many words of a pasted passage are looked at. */
const MOST_WORDS = 80;

/**
 * Knows names by a list, places by a gazetteer, East Asian names by their systems of spelling and in
 * characters, and others by how they sound, where neither is a word of the language. Only what the
 * corpus holds is another name.
 * @param spellings of the words that documents print and of the terms in Han characters
 */
export function createOtherNames(
  list: readonly Name[],
  index: WordStatistics,
  spellings: Spellings,
): OtherNames {
  const listed = createListedNames(list, (words) => openPlaces()(words));
  const { isPrinted } = index;
  const chinesePlaces = (word: string) =>
    spellings.chinesePlaces(word).filter((other) => index.frequency(stem(other)) > 0);

  function spelled(words: readonly string[], from: number): OtherName[] {
    return [3, 2].flatMap((length) => {
      const typed = words.slice(from, from + length);
      if (typed.length < length) return [];
      return [...respelled(typed), ...spellings.koreanNames(typed, isPrinted)].map((other) =>
        asName(typed, other),
      );
    });
  }

  function heard(word: string, printed = word): OtherName[] {
    const alike = [
      ...spellings.soundsLike(printed).filter(isPrinted),
      ...spellings.soundsLike(word).filter(isPrinted),
      ...chinesePlaces(word),
    ].filter((other) => stem(other) !== stem(word));
    // The dictionary is asked last: it is slow to load.
    if (alike.length === 0 || isCommonWord(word)) return [];
    return alike.filter((other) => !isCommonWord(other)).map((other) => asName([word], [other]));
  }

  const together = (words: readonly string[], from: number): OtherName[] =>
    joinedOrApart(words.slice(from), isPrinted)
      .filter(({ typed, words: other }) => ![...typed, ...other].some(isCommonWord))
      .map(({ typed, words: other }) => asName(typed, other));

  /** A name in letters, and what else it is called. */
  const inFull = (name: readonly string[]): (readonly string[])[] => [
    name,
    ...(name.length === 1 ? chinesePlaces(name[0] ?? '').map((place) => [place]) : []),
    ...respelled(name),
    ...spellings.koreanNames(name, isPrinted),
    ...listed(name).map(({ words }) => words),
  ];

  return (text) => {
    const typed = terms(text).filter(({ kind }) => kind !== 'pair' && kind !== 'compound');
    const all = typed.map(({ word }) => word);
    const printed = typed.map(({ start, end }) => text.slice(start, end).toLowerCase());
    const words = all.slice(0, MOST_WORDS);
    const spelt = words.flatMap((word, from) => [
      ...spelled(words, from),
      ...heard(word, printed[from]),
      ...together(words, from),
    ]);
    const found = [...listed(words), ...spelt];
    const inHan = [...inLetters(text), ...inRoman(text)].slice(0, MOST_WORDS);
    const inCharacters = words.flatMap((_, from) => spellings.hanNames(words.slice(from)));
    const letters = inHan.flatMap(inFull).map((name) => asName(all, name));
    const unique = new Map(
      [...found, ...letters, ...inCharacters].map((other) => [other.words.join(' '), other]),
    );
    const names = [...unique.values()].filter(
      ({ words, typed }) => words.join(' ') !== typed.join(' ') && isHeld(words, index),
    );
    const lacking = found.filter(({ typed }) => typed.length > 1 && !isHeld(typed, index));
    const syllables = lacking.flatMap(({ typed }) => typed).filter((it) => it.length <= SYLLABLE);
    return { names, fragments: new Set(syllables) };
  };
}

/** Whether some document holds all words of a name. */
function isHeld(words: readonly string[], index: WordStatistics): boolean {
  const stems = words.map(stem);
  return stems.length > 0 && index.areTogether(stems);
}

const asName = (typed: readonly string[], words: readonly string[]): OtherName => ({
  typed: indexedNameWords(typed),
  words: indexedNameWords(words),
  label: words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' '),
});
