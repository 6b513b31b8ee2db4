import transliterate from '@sindresorhus/transliterate';

/** A shorter key is that of too many words. */
const SHORTEST = 4;

/** Whether a word may be such a name by its letters: others that sound alike are only misspelt. */
export const isLikeAName = (word: string): boolean => NAME_LETTERS.test(word);

const NAME_LETTERS =
  /[^\x20-\x7e]|sch|tch|shch|kh|zh|cz|[oe](?:v|w|ff?)$|sk(?:y|i|ii|iy|ij|aya|aia|aja)$|[yij]an$|enko$|chko$|ich$|[a-z]in[ea]?$/;

/** Letters that stand for one sound in the romanizations of Russian, in the order they are tried. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/schtsch|chtch|shch|stsch|szcz|šč|scz/g, 'Q'],
  [/^(?:ch|kh|x)(?=[rl])/g, 'h'],
  [/tsch|tch|tsh|cz|č|(?<!s)ch/g, 'C'],
  [/sch|zh|sh|sz|š|ž|j(?=ou)/g, 'S'],
  [/kh|x/g, 'h'],
  [/ts|tz|c(?=[eiy])|zz/g, 'T'],
  [/z/g, 's'],
  [/gu(?=[ei])/g, 'g'],
  [/ph|ff|f|w/g, 'v'],
  [/ou/g, 'u'],
  [/(?:i|y|j)+(?=[aeou])/g, ''],
  [/o(?=v$)|yo(?=v$)/g, 'e'],
  [/[iyj]+/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/**
 * One key for all that romanizations and Cyrillic make of a Russian name: `Khrushchev`, `Chruschtschow`
 * and `Хрущёв` have the same. Undefined for words too short to tell, and those in other scripts.
 */
export function soundKey(word: string): string | undefined {
  const latin = transliterate(word.replaceAll('щ', 'shch')).toLowerCase();
  if (!/^[a-zščž]+$/.test(latin)) return undefined;
  const key = SOUNDS.reduce((text, [sound, letter]) => text.replace(sound, letter), latin);
  return key.length < SHORTEST ? undefined : key;
}
