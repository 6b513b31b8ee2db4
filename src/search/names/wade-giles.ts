/** Pinyin's syllables by their first sound; those that begin with a vowel, w or y stand last. */
const SYLLABLES: Readonly<Record<string, string>> = {
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng o ou u',
  d: 'a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ü üe',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ü üe',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  '': 'a ai an ang ao e ei en er ou wa wai wan wang wei wen weng wo wu ya yan yang yao ye yi yin ying yong you yu yuan yue yun',
};

const INITIALS: Readonly<Record<string, string>> = {
  b: 'p', p: 'p', d: 't', t: 't', g: 'k', k: 'k', j: 'ch', q: 'ch', x: 'hs', zh: 'ch', ch: 'ch', r: 'j', z: 'ts', c: 'ts',
}; // biome-ignore format: a table

const WHOLE: Readonly<Record<string, string>> = {
  ye: 'yeh', yan: 'yen', yi: 'i', you: 'yu', yue: 'yueh', yong: 'yung', er: 'erh', zi: 'tzu', ci: 'tzu', si: 'ssu', ge: 'ko', ke: 'ko', he: 'ho', e: 'o', guo: 'kuo', kuo: 'kuo', huo: 'huo', shuo: 'shuo', gui: 'kuei', kui: 'kuei',
}; // biome-ignore format: a table

/**
 * A syllable in the system of Wade and Giles, in plain letters: its apostrophes and dots are what
 * printers leave out first.
 * @see https://www.loc.gov/catdir/pinyin/romcover.html the Library of Congress's conversion tables
 */
function toWade(initial: string, final: string): string {
  const whole = WHOLE[initial + final];
  if (whole) return whole;
  const first = INITIALS[initial] ?? initial;
  if (/^(?:zh|ch|sh|r)$/.test(initial) && final === 'i') return `${first}ih`;
  const last = final
    .replace('ü', 'u')
    .replace(/^ian$/, 'ien')
    .replace(/^(ie|ue)$/, '$1h')
    .replace(/ong$/, 'ung')
    .replace(/^uo$/, 'o');
  return first + last;
}

/** Every syllable in Pinyin, with the same in Wade-Giles. */
const PAIRS: readonly (readonly [pinyin: string, wade: string])[] = Object.entries(
  SYLLABLES,
).flatMap(([initial, finals]) =>
  finals
    .split(' ')
    .map((final) => [(initial + final).replace('ü', 'u'), toWade(initial, final)] as const),
);

/** What a syllable in Wade-Giles can be in Pinyin: without apostrophes it is often one of several. */
export const toPinyin: ReadonlyMap<string, readonly string[]> = new Map(
  [...Map.groupBy(PAIRS, ([, wade]) => wade)].map(([wade, pairs]) => [
    wade,
    [...new Set(pairs.map(([pinyin]) => pinyin))],
  ]),
);

/** A syllable in Pinyin, in Wade-Giles. */
export const toWadeGiles: ReadonlyMap<string, string> = new Map(PAIRS);

/** The most syllables of a given name, and the most letters of one. */
const MOST = 2;
const LONGEST = Math.max(...Array.from(toWadeGiles.keys(), (syllable) => syllable.length));

/** A word in Pinyin cut into its syllables, in every way that leaves at most two. */
export function syllablesOf(word: string): string[][] {
  if (word.length > MOST * LONGEST) return [];
  const cuts = Array.from({ length: word.length - 1 }, (_, i) => [
    word.slice(0, i + 1),
    word.slice(i + 1),
  ]);
  return [[word], ...cuts].filter(
    (parts) => parts.length <= MOST && parts.every((part) => toWadeGiles.has(part)),
  );
}
