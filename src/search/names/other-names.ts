import { bareWords, stem } from '../analysis.ts';
import { isCommonWord } from '../common-words.ts';
import type { TermIndex } from '../term-index.ts';
import type { Name } from './authority.ts';
import { inLetters, respelled } from './chinese-names.ts';
import { isLikeAName, soundKey } from './sound-key.ts';

/** Another name for something typed. */
export type OtherName = {
  /** The words typed that it stands for. */
  typed: readonly string[];
  /** Its own words, which a document must hold all. */
  words: readonly string[];
  /** As a person writes it. */
  label: string;
};

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

/** The longest name, in words. */
const LONGEST = 5;
/** So short a part of a name is none by itself, in letters. */
const SYLLABLE = 2;
/** As many words of a pasted passage are looked at. */
const MOST_WORDS = 80;

/**
 * Knows names by a list, Chinese ones by both systems of spelling and in characters, and others by
 * how they sound, where neither is a word of the language. Only what the corpus holds is another name.
 */
export function createOtherNames(list: readonly Name[], index: TermIndex): OtherNames {
  const named = Map.groupBy(
    list.flatMap((name) => name.map((variant) => ({ key: bareWords(variant).join(' '), name }))),
    ({ key }) => key,
  );
  let sounds: ReadonlyMap<string, readonly string[]> | undefined;
  const soundsLike = (word: string): readonly string[] => {
    const key = soundKey(word);
    if (key === undefined) return [];
    sounds ??= bySound(index);
    return sounds.get(key) ?? [];
  };

  /** The names listed that a text's words from one on are, the longest first. */
  function listed(words: readonly string[], from: number): OtherName[] {
    for (let length = Math.min(LONGEST, words.length - from); length > 0; length -= 1) {
      const typed = words.slice(from, from + length);
      const variants = (named.get(typed.join(' ')) ?? []).flatMap(({ name }) => name);
      const found = variants.map((label) => ({ typed, words: bareWords(label), label }));
      if (found.length > 0) return found;
    }
    return [];
  }

  function spelled(words: readonly string[], from: number): OtherName[] {
    return [3, 2].flatMap((length) => {
      const typed = words.slice(from, from + length);
      return typed.length < length ? [] : respelled(typed).map((other) => asName(typed, other));
    });
  }

  function heard(word: string): OtherName[] {
    if (!isLikeAName(word)) return [];
    const alike = soundsLike(word).filter((other) => stem(other) !== stem(word));
    // The dictionary is asked last: it is slow to load.
    if (alike.length === 0 || isCommonWord(word)) return [];
    return alike.filter((other) => !isCommonWord(other)).map((other) => asName([word], [other]));
  }

  /** A name in letters, and what else it is called. */
  const inFull = (name: readonly string[]): (readonly string[])[] => [
    name,
    ...respelled(name),
    ...listed(name, 0).map(({ words }) => words),
  ];

  return (text) => {
    const all = bareWords(text);
    const words = all.slice(0, MOST_WORDS);
    const found = words.flatMap((word, from) => [
      ...listed(words, from),
      ...spelled(words, from),
      ...heard(word),
    ]);
    const inHan = inLetters(text).slice(0, MOST_WORDS);
    const letters = inHan.flatMap(inFull).map((name) => asName(all, name));
    const unique = new Map([...found, ...letters].map((other) => [other.words.join(' '), other]));
    const names = [...unique.values()].filter(
      ({ words, typed }) => words.join(' ') !== typed.join(' ') && isHeld(words, index),
    );
    const lacking = found.filter(({ typed }) => typed.length > 1 && !isHeld(typed, index));
    const syllables = lacking.flatMap(({ typed }) => typed).filter((it) => it.length <= SYLLABLE);
    return { names, fragments: new Set(syllables) };
  };
}

/** Whether some document holds all words of a name. */
function isHeld(words: readonly string[], index: TermIndex): boolean {
  const stems = words.map(stem);
  return stems.length > 0 && index.holdersOfAll(stems).length > 0;
}

function bySound({ vocabulary }: TermIndex): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  for (const word of vocabulary.keys()) {
    const key = soundKey(word);
    if (key === undefined) continue;
    const alike = words.get(key);
    if (alike) alike.push(word);
    else words.set(key, [word]);
  }
  return words;
}

const asName = (typed: readonly string[], words: readonly string[]): OtherName => ({
  typed,
  words,
  label: words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' '),
});
