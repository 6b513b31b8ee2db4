import { createChinesePlaces } from './chinese-places.ts';
import { createHanNames } from './han-names.ts';
import { createKoreanNames } from './korean-names.ts';
import { createSoundAlikes } from './sound-alikes.ts';
import { type CreateWordsByKey, createWordsByKey } from './words-by-key.ts';

/**
 * How names are spelt otherwise, whatever the corpus: which of the words learned are other spellings
 * of one typed. Working out a word's spellings takes long, so that a changed corpus only adds the
 * words that are new in it.
 */
export type Spellings = ReturnType<typeof createSpellings>;

/** @param create where the words are kept; in memory, if left out */
export function createSpellings(create: CreateWordsByKey = createWordsByKey) {
  const sounds = createSoundAlikes(create);
  const chinese = createChinesePlaces(create);
  const korean = createKoreanNames(create);
  const han = createHanNames(create);
  const learned = new Set<string>();
  return {
    /** @param words that documents print, and terms that they hold */
    learn(words: Iterable<string>): void {
      for (const word of words) {
        if (learned.has(word)) continue;
        learned.add(word);
        for (const kind of [sounds, chinese, korean, han]) kind.learn(word);
      }
    },
    soundsLike: sounds.like,
    chinesePlaces: chinese.like,
    koreanNames: korean.like,
    hanNames: han.like,
  };
}
