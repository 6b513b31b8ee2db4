import transliterate from '@sindresorhus/transliterate';

/** A shorter key is that of too many words. */
const SHORTEST = 4;

/** Whether a word may be a Slavic name by its letters: others that sound alike are only misspelt. */
export const isLikeSlavic = (word: string): boolean => NAME_LETTERS.test(word);

const NAME_LETTERS =
  /[^\p{ASCII}\u00c0-\u00ff]|sch|tch|shch|kh|zh|cz|sz|[oe](?:v|w|ff?)$|[sc]k(?:y|i|ii|iy|ij|aya|aia|aja)$|[yij]an$|enko$|chko$|i(?:ch|c|tch)$|[a-z]in[ea]?$|[cs]yn$|rij?a$|ai$|f+e$/u;

/** Letters that stand for one sound in the romanizations of Russian, in the order they are tried. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/schtsch|chtch|shch|stsch|szcz|šč|scz/g, 'Q'],
  [/^(?:ch|kh|x)(?=[rl])/g, 'h'],
  [/tsch|tch|tsh|cz|č|ć|(?<!s)ch/g, 'C'],
  [/sch|zh|sh|sz|š|ž|ż|j(?=ou)/g, 'S'],
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

/** What plain letters may have lost: the marks of ž, š, č and ć, Polish c for ts, and ch for kh. */
const LOST: readonly (readonly [plain: RegExp, meant: readonly string[]])[] = [
  [/z(?!h)/g, ['zh']],
  [/s(?![chz])/g, ['sh']],
  [/(?<![st])c(?![hz])/g, ['ch', 'ts']],
  [/(?<![st])ch/g, ['kh']],
];

/**
 * The keys of what romanizations and Cyrillic make of a Slavic name: `Khrushchev`, `Chruschtschow`
 * and `Хрущёв` share one, `Zhukov` and `Zukow` too. None for words too short to tell, and for those in
 * other scripts.
 */
export function slavicKeys(word: string): string[] {
  const spelt = transliterate(word.replaceAll('щ', 'shch')).toLowerCase();
  if (!/^[a-zščćžż]+$/.test(spelt)) return [];
  const spellings = LOST.reduce<string[]>(
    (all, [plain, meant]) => all.concat(all.flatMap((one) => respell(one, plain, meant))),
    [spelt],
  );
  const keys = spellings.map((one) =>
    SOUNDS.reduce((text, [sound, letter]) => text.replace(sound, letter), one),
  );
  return [...new Set(keys)].filter((key) => key.length >= SHORTEST);
}

const respell = (word: string, plain: RegExp, meant: readonly string[]): string[] =>
  word.search(plain) < 0 ? [] : meant.map((letters) => word.replace(plain, letters));
