import { pinyin } from 'pinyin-pro';
import { syllablesOf, toPinyin, toWadeGiles } from './wade-giles.ts';

/** The hundred and more surnames that nearly all Chinese have, in Pinyin. */
const SURNAMES: ReadonlySet<string> = new Set(
  'an bai bao bo cai cao chen cheng chiang cui dai deng ding dong dou du duan fan fang feng fu gan gao geng gong gu guan guo han hao he hong hou hu hua huang ji jia jiang jin kang ke kong lai lei li lian liang liao lin ling liu long lou lu luo lü ma mao mei meng mo mu ni nie niu ouyang pan pang peng pi pu qi qian qiao qin qiu qu ren rong ruan shao shen sheng shi shu song su sun tan tang tao tian tong wan wang wei wen weng wu xi xia xiang xiao xie xin xing xiong xu xue yan yang yao ye yi yin you yu yuan yue zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zou zuo'.split(
    ' ',
  ),
);
const HAN = /\p{sc=Han}{2,4}/gu;

/**
 * The words of a Chinese name in the other spelling of each: `mao tse tung` as `mao zedong`, `zhou
 * enlai` as `chou enlai`. Where a spelling can be several names, all of them; the corpus knows which
 * is meant.
 */
export function respelled(words: readonly string[]): string[][] {
  const [surname = '', ...given] = words;
  const surnames = (toPinyin.get(surname) ?? []).filter((one) => SURNAMES.has(one));
  const spelt = combined(given.map((syllable) => toPinyin.get(syllable) ?? []));
  const asPinyin = surnames.flatMap((first) => spelt.map((name) => [first, name.join('')]));
  const wade = SURNAMES.has(surname) ? toWadeGiles.get(surname) : undefined;
  const cuts = given.length === 1 ? syllablesOf(given[0] ?? '') : [given];
  const asWade = cuts.flatMap((cut) => {
    const name = cut.map((syllable) => toWadeGiles.get(syllable));
    return wade && name.every((one) => one !== undefined) ? [[wade, name.join('')]] : [];
  });
  return [...asPinyin, ...asWade];
}

/** Names in Chinese characters as Pinyin writes them: of a person, surname first, and of a place. */
export const inLetters = (text: string): string[][] =>
  (text.match(HAN) ?? []).flatMap((name) => {
    const [surname = '', ...given] = pinyin(name, {
      toneType: 'none',
      type: 'array',
      surname: 'head',
    });
    const place = pinyin(name, { toneType: 'none', type: 'array' }).join('');
    return [[surname, given.join('')].filter(Boolean), [place]];
  });

/** One of each, in every way; none where one of them has none. */
const combined = (lists: readonly (readonly string[])[]): string[][] =>
  lists.length === 0
    ? []
    : lists.reduce<string[][]>(
        (names, list) => names.flatMap((name) => list.map((one) => [...name, one])),
        [[]],
      );
