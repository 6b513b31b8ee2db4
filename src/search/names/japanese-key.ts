/** Words of fewer morae are those of too many languages. */
const SHORTEST = 3;

const MORA =
  /(?:ky|gy|sh|ch|ts|ny|hy|by|py|my|ry|sy|ty|zy|dz|[kgsztdnhbpmyrwjf])?[aiueo]|n(?![aiueo])/g;

/** Older spellings and those of the Kunrei system, as Hepburn has them, in the order they are tried. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^y(?=e)/, ''],
  [/(?<=[nouai])y(?=e)/g, ''],
  [/wo/g, 'o'],
  [/sz|dzu/g, 'zu'],
  [/dz/g, 'z'],
  [/([kgnhbpmr])i(?=[ou](?!k?$))/g, '$1y'],
  [/([sc])hi(?=[ou])/g, '$1h'],
  [/sy(?=[auo])|s(?=i)/g, 'sh'],
  [/ty(?=[auo])|t(?=i)/g, 'ch'],
  [/zy(?=[auo])|z(?=i)|d(?=i)/g, 'j'],
  [/t(?=u)/g, 'ts'],
  [/h(?=u)/g, 'f'],
  [/oo|ou|oh(?![aiueo])/g, 'o'],
  [/uu/g, 'u'],
  [/m(?=[bmp])/g, 'n'],
];

/** Whether a word may be Japanese: all of it is morae. */
export const isLikeJapanese = (word: string): boolean => japaneseKeys(word).length > 0;

/**
 * The key of a Japanese name in the usual spelling (Hepburn), the official one of 1937 (Kunrei) and
 * older ones, with long vowels or without: `Shigemitsu` and `Sigemitu` share it, `Konoye` and `Konoe`.
 * @see https://www.loc.gov/catdir/cpso/romanization/japanese.pdf
 */
export function japaneseKeys(word: string): string[] {
  const spelt = SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), word);
  const single = spelt.replace(/([kstp])\1/g, '$1').replace('tch', 'ch');
  const morae = single.match(MORA) ?? [];
  return morae.length >= SHORTEST && morae.join('') === single ? [spelt] : [];
}
