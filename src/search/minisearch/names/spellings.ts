import { createChinesePlaces } from './chinese-places.ts';
import { createHanNames } from './han-names.ts';
import { createKoreanNames } from './korean-names.ts';
import { openPlaces } from './places.ts';
import { createSoundAlikes } from './sound-alikes.ts';

/**
 * How names are spelt otherwise, whatever the corpus: what places are called, and which of the words
 * learned are other spellings of one typed. Working out a word's spellings takes long, so that a
 * changed corpus only adds the words that are new in it.
 */
export type Spellings = ReturnType<typeof createSpellings>;

export function createSpellings() {
  const sounds = createSoundAlikes();
  const chinese = createChinesePlaces();
  const korean = createKoreanNames();
  const han = createHanNames();
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
    placesCalled: (words: readonly string[]) => openPlaces()(words),
  };
}
