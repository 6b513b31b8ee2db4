import type { TermIndex } from '../term-index.ts';
import { arabicKeys, isLikeArabic } from './arabic-key.ts';
import { isLikeJapanese, japaneseKeys } from './japanese-key.ts';
import { isLikeSlavic, slavicKeys } from './sound-key.ts';

/** One language's names: which words may be one, and what all spellings of a name share. */
type Sounds = { isLike: (word: string) => boolean; keys: (word: string) => readonly string[] };

const LANGUAGES: readonly Sounds[] = [
  { isLike: isLikeSlavic, keys: slavicKeys },
  { isLike: isLikeArabic, keys: arabicKeys },
  { isLike: isLikeJapanese, keys: japaneseKeys },
];

/** The words of a corpus that sound like one typed, in any of the languages that it may be from. */
export function createSoundAlikes(index: TermIndex): (word: string) => readonly string[] {
  const languages = LANGUAGES.map((one) => ({ ...one, words: bySound(index, one.keys) }));
  return (word) =>
    languages.flatMap(({ isLike, keys, words }) =>
      isLike(word) ? keys(word).flatMap((key) => words.get(key) ?? []) : [],
    );
}

function bySound({ vocabulary }: TermIndex, keys: Sounds['keys']): Map<string, readonly string[]> {
  const words = new Map<string, string[]>();
  for (const word of vocabulary.keys()) {
    for (const key of keys(word)) {
      const alike = words.get(key);
      if (alike) alike.push(word);
      else words.set(key, [word]);
    }
  }
  return words;
}
