import { arabicKeys, isLikeArabic } from './arabic-key.ts';
import { isLikeJapanese, japaneseKeys } from './japanese-key.ts';
import { isLikeSlavic, slavicKeys } from './sound-key.ts';
import type { CreateWordsByKey } from './words-by-key.ts';

/** One language's names: which words may be one, and what all spellings of a name share. */
type Sounds = {
  language: string;
  isLike: (word: string) => boolean;
  keys: (word: string) => readonly string[];
};

const LANGUAGES: readonly Sounds[] = [
  { language: 'slavic', isLike: isLikeSlavic, keys: slavicKeys },
  { language: 'arabic', isLike: isLikeArabic, keys: arabicKeys },
  { language: 'japanese', isLike: isLikeJapanese, keys: japaneseKeys },
];

/** Words that sound like another one, in any of the languages that it may be from. */
export function createSoundAlikes(create: CreateWordsByKey) {
  const languages = LANGUAGES.map((one) => ({ ...one, words: create(one.language, one.keys) }));
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
