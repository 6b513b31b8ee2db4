import { arabicKeys, isLikeArabic } from './arabic-key.ts';
import { isLikeJapanese, japaneseKeys } from './japanese-key.ts';
import { isLikeSlavic, slavicKeys } from './sound-key.ts';
import { createWordsByKey } from './words-by-key.ts';

/** One language's names: which words may be one, and what all spellings of a name share. */
type Sounds = { isLike: (word: string) => boolean; keys: (word: string) => readonly string[] };

const LANGUAGES: readonly Sounds[] = [
  { isLike: isLikeSlavic, keys: slavicKeys },
  { isLike: isLikeArabic, keys: arabicKeys },
  { isLike: isLikeJapanese, keys: japaneseKeys },
];

/** Words that sound like another one, in any of the languages that it may be from. */
export function createSoundAlikes() {
  const languages = LANGUAGES.map((one) => ({ ...one, words: createWordsByKey(one.keys) }));
  return {
    learn(word: string): void {
      for (const { words } of languages) words.learn(word);
    },
    /** The words learned that sound like one typed. */
    like: (typed: string): readonly string[] =>
      languages.flatMap(({ isLike, keys, words }) =>
        isLike(typed) ? keys(typed).flatMap(words.of) : [],
      ),
  };
}
