import { toPinyin, toWadeGiles } from './wade-giles.ts';
import type { CreateWordsByKey } from './words-by-key.ts';

/** Syllables as the Chinese post printed them until 1964, where Wade-Giles has something else. */
const POSTAL: Readonly<Record<string, readonly string[]>> = {
  an: ['an'], anhwei: ['anhui'], chih: ['zhi'], chow: ['zhou'], chuen: ['chuan'], fow: ['fou'], foo: ['fu'],
  gan: ['an'], hing: ['xing'], hien: ['xian'], ho: ['he'], how: ['hou'], hsien: ['xian'], hwa: ['hua'],
  hwai: ['huai'], hwang: ['huang'], hwei: ['hui'], kang: ['gang', 'kang'], kao: ['gao', 'kao'], keng: ['geng'],
  ki: ['ji', 'qi'], kia: ['jia'], kiai: ['jie'], kiang: ['jiang', 'qiang'], kiao: ['jiao', 'qiao'],
  kieh: ['jie'], kien: ['jian', 'qian'], kin: ['jin', 'qin'], king: ['jing', 'qing'], kiu: ['jiu', 'qiu'],
  kiung: ['qiong'], kow: ['kou'], ku: ['gu', 'ku'], kwa: ['gua'], kwan: ['guan'], kwang: ['guang'], kwei: ['gui', 'kui'],
  kweh: ['guo'], low: ['lou'], lo: ['luo', 'le'], mow: ['mou'], ngan: ['an'], ngo: ['e'], pai: ['bai', 'pai'],
  pak: ['bei'], pei: ['bei', 'pei'], poh: ['bo'], si: ['xi', 'si'], sia: ['xia'], siang: ['xiang'], siao: ['xiao'],
  sien: ['xian'], sin: ['xin'], sing: ['xing'], siu: ['xiu'], soo: ['su'], su: ['su', 'xu'], suan: ['xuan'],
  sun: ['xun', 'sun'], sz: ['si'], sze: ['si'], szu: ['si'], teh: ['de'], tow: ['tou'], tsao: ['cao', 'zao'],
  tse: ['ze'], tsi: ['ji', 'qi'], tsiang: ['jiang'], tsiao: ['jiao'], tsien: ['qian', 'jian'], tsih: ['ji'],
  tsin: ['jin', 'qin'], tsing: ['jing', 'qing'], tsiu: ['jiu'], tsuen: ['quan'], tsun: ['zun'], tze: ['zi', 'ci'],
  wen: ['wen'], whei: ['hui'], wo: ['wo'], yeh: ['ye'], yo: ['yue'], yuen: ['yuan'], yung: ['yong'],
  chang: ['zhang', 'chang'], chuan: ['zhuan', 'chuan', 'quan'], chung: ['zhong', 'chong'],
}; // biome-ignore format: a table

const SYLLABLES: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set([...toPinyin.keys(), ...Object.keys(POSTAL)])].map((syllable) => [
    syllable,
    [...new Set([...(toPinyin.get(syllable) ?? []), ...(POSTAL[syllable] ?? [])])],
  ]),
);
/** Syllables of a place's name. */
const MOST = 3;
/** Letters of a syllable. */
const LONGEST = 6;

/**
 * What a Chinese place is also called, in Pinyin, Wade-Giles or the post's spelling: `paotow`
 * as `baotou` and the other way about. Only for words that are two or three such syllables.
 */
export function createChinesePlaces(create: CreateWordsByKey) {
  const { learn, of: spelt } = create('chinese', inPinyin);
  const like = (typed: string): readonly string[] =>
    inPinyin(typed)
      .flatMap((reading) => [reading, ...spelt(reading), ...inWadeGiles(reading)])
      .filter((word) => word !== typed);
  return { learn, like };
}

/** A place's name in Pinyin, in every way that it can be read; itself where it is in Pinyin. */
function inPinyin(word: string): string[] {
  if (inSyllables(word, ownSyllable).length > 0) return [word];
  return [...new Set(inSyllables(word, (syllable) => SYLLABLES.get(syllable) ?? []))];
}

const inWadeGiles = (pinyin: string): string[] =>
  inSyllables(pinyin, (syllable) => [toWadeGiles.get(syllable) ?? []].flat());

const ownSyllable = (syllable: string): readonly string[] =>
  toWadeGiles.has(syllable) ? [syllable] : [];

/** A word with each of its two or three syllables in another spelling, in every way. */
function inSyllables(word: string, spell: (syllable: string) => readonly string[]): string[] {
  const read = (rest: string, most: number): string[] => {
    if (rest === '') return [''];
    const found: string[] = [];
    for (let length = 1; most > 0 && length <= Math.min(rest.length, LONGEST); length += 1) {
      const spellings = spell(rest.slice(0, length));
      if (spellings.length === 0) continue;
      const ends = read(rest.slice(length), most - 1);
      for (const spelling of spellings) found.push(...ends.map((end) => spelling + end));
    }
    return found;
  };
  return spell(word).length > 0 ? [] : read(word, MOST);
}
