import { romanize } from 'es-hangul';
import { isCommonWord } from '../text/common-words.ts';
import { isStopWord } from '../text/stop-words.ts';
import { inTwo } from './in-two.ts';
import type { CreateWordsByKey } from './words-by-key.ts';

/** Surnames in the ways that Koreans and the systems of spelling write each, one line to a surname. */
const SURNAMES: readonly (readonly string[])[] =
  'kim gim,lee yi i ri li rhee rhie,park pak bak,choi choe,jeong chong chung jung,kang gang,cho jo,yoon yun,chang jang,lim im rim yim,han,oh o,seo so suh,shin sin,kwon gwon,hwang,ahn an,song,yoo yu ryu lyu,hong,jeon chon chun jun,ko go koh,moon mun,son sohn,bae pae,baek paek paik,heo ho huh hur,nam,shim sim,roh no noh ro,ha,kwak gwak,sung seong song,cha,joo chu ju choo,woo u wu,koo ku gu,min,na ra,chin jin,um om eom,won,chae,cheon chon,pang bang,kong gong,hyun hyon hyeon,ham,pyun byun byeon pyon,yeo yo lyuh yuh,do to,seok sok,seol sol,ma,kil gil,pyo,myung myong,ki gi,ok,maeng,paeng,namgung namkung,tak,kuk guk,yang,chi ji,kwak,bong pong,sonu seonu'
    .split(',')
    .map((spellings) => spellings.split(' '));

const SYLLABLE =
  /^(kk|tt|pp|ch|sh|[kgntdrlmpbsjh])?(y|w)?(eo|eu|oo|ou|ae|ai|ee|ui|we|oe|uh|[aeiou])(ng|ck|[kgntdlrmpbh])?$/;
const INITIALS: Readonly<Record<string, string>> = {
  g: 'k', kk: 'k', d: 't', tt: 't', b: 'p', pp: 'p', j: 'ch', sh: 's', l: 'n', r: 'n',
}; // biome-ignore format: a table
const VOWELS: Readonly<Record<string, string>> = {
  eo: 'o', eu: 'o', oo: 'o', ou: 'o', u: 'o', uh: 'o', ae: 'e', ai: 'e', oe: 'e', we: 'e', ee: 'i', ui: 'i',
}; // biome-ignore format: a table
const FINALS: Readonly<Record<string, string>> = {
  g: 'k', ck: 'k', d: 't', b: 'p', r: 'l', h: '',
}; // biome-ignore format: a table

const HANGUL = /[\uac00-\ud7a3]{2,4}/g;
/** As many combinations of spellings are looked for. */
const MOST = 60;

/**
 * Other spellings of a Korean name, surname first, that are made of the words learned: McCune
 * and Reischauer's, the official one of 2000, those that persons use, and Hangul.
 * @see https://www.korean.go.kr/front_eng/roman/roman_01.do the official one
 */
export function createKoreanNames(create: CreateWordsByKey) {
  const { learn, of } = create('korean', (word) =>
    /^[\uac00-\ud7a3]{2,4}$/.test(word) ? hangulKeys(word) : givenKeys(word),
  );
  const like = (
    [surname = '', ...given]: readonly string[],
    isHeld: (word: string) => boolean,
  ): string[][] => {
    const named = (key: string) => of(key).filter(isHeld);
    const isName = surnamesLike(surname).length > 0;
    if (!isName || [surname, ...given].every(isCommonWord)) return [];
    const [parts] = given.length === 1 ? cuts(given[0] ?? '') : [given];
    const keys = (parts ?? []).map(syllableKey);
    if (keys.length === 0 || keys.includes(undefined)) return [];
    return surnamesLike(surname)
      .flatMap((spellings) => {
        const apart = keys.map((key, i) => [...named(key ?? ''), ...stopWord(parts?.[i])]);
        const whole = named(keys.join(' ')).map((name) => [name]);
        const names = keys.length === 2 ? [...whole, ...pairs(apart)] : whole;
        const inHangul = named([spellings[0], ...keys].join(' ')).map((name) => [name]);
        return [
          ...inHangul,
          ...spellings.filter(isIndexed).flatMap((first) => names.map((name) => [first, ...name])),
        ];
      })
      .slice(0, MOST);
  };
  return { learn, like };
}

/** Korean names in Hangul as the official spelling has them, surname first. */
export const inRoman = (text: string): string[][] =>
  (text.match(HANGUL) ?? []).map((name) => Array.from(name, (syllable) => romanize(syllable)));

/** A vocabulary has no stop words, and a name may: Cho Pong-am. */
const stopWord = (word = ''): string[] => (isStopWord(word) ? [word] : []);
const isIndexed = (surname: string): boolean => surname.length > 1 && !isStopWord(surname);

const surnamesLike = (word: string): (readonly string[])[] =>
  SURNAMES.filter((spellings) => spellings.includes(word));

/** What all spellings of a syllable share; undefined for what is none. */
function syllableKey(word: string): string | undefined {
  const [, initial = '', glide = '', vowel = '', final = ''] = SYLLABLE.exec(word) ?? [];
  if (vowel === '') return undefined;
  const sound = VOWELS[vowel] ?? vowel;
  const isRounded = glide === 'w' && /^(?:oo|u)$/.test(vowel);
  const first = initial === 's' && glide === 'w' ? 's' : (INITIALS[initial] ?? initial);
  return first + (isRounded ? '' : glide) + sound + (FINALS[final] ?? final);
}

function givenKeys(word: string): string[] {
  const single = syllableKey(word);
  const two = cuts(word).map((parts) => parts.map(syllableKey).join(' '));
  return [...new Set([...(single === undefined ? [] : [single]), ...two])];
}

/** A name of two syllables that is written as one word, in every way that it can be cut. */
const cuts = (word: string): string[][] =>
  inTwo(word).filter((parts) => parts.every((part) => SYLLABLE.test(part)));

function hangulKeys(word: string): string[] {
  const [surname = '', ...given] = Array.from(word, (syllable) => romanize(syllable));
  const keys = given.map(syllableKey).join(' ');
  return surnamesLike(surname).map(([first]) => `${first} ${keys}`);
}

const pairs = ([firsts = [], seconds = []]: readonly (readonly string[])[]): string[][] =>
  firsts.flatMap((first) => seconds.map((second) => [first, second]));
