import { pinyin } from 'pinyin-pro';
import type { OtherName } from './other-name.ts';
import { syllablesOf, toPinyin } from './wade-giles.ts';
import type { CreateWordsByKey } from './words-by-key.ts';

const PAIR = /^\p{sc=Han}{2}$/u;

/**
 * Finds what was typed in letters, in Pinyin or Wade-Giles, among the characters of a corpus: `Hu Shih`
 * as 胡適. The index holds characters two by two, so that a name of three is two pairs of one document.
 */
export function createHanNames(create: CreateWordsByKey) {
  const pairs = create('han', (term) =>
    PAIR.test(term) ? [pinyin(term, { toneType: 'none', type: 'array' }).join(' ')] : [],
  );
  const pairsOf = (first: string, second: string) => pairs.of(`${first} ${second}`);
  const inCharacters = (syllables: readonly string[]): (readonly [string[], string])[] => {
    const [one = '', two = '', three] = syllables;
    if (three === undefined) return pairsOf(one, two).map((pair) => [[pair], pair] as const);
    return pairsOf(one, two).flatMap((first) =>
      pairsOf(two, three)
        .filter((second) => second.startsWith(first.slice(1)))
        .map((second) => [[first, second], first + second.slice(1)] as const),
    );
  };
  const like = (words: readonly string[]): OtherName[] =>
    [1, 2, 3].flatMap((length) => {
      const typed = words.slice(0, length);
      if (typed.length < length) return [];
      return readings(typed)
        .filter((syllables) => syllables.length === 2 || syllables.length === 3)
        .flatMap(inCharacters)
        .map(([found, label]) => ({ typed, words: found, label }));
    });
  return { learn: pairs.learn, like };
}

/** The syllables of a name in Pinyin, in every way that its words can be read. */
function readings(words: readonly string[]): string[][] {
  return words.reduce<string[][]>(
    (all, word) => {
      const cuts = [...syllablesOf(word), ...(toPinyin.get(word) ?? []).map((one) => [one])];
      return all.flatMap((before) => cuts.map((cut) => [...before, ...cut]));
    },
    [[]],
  );
}
