import { MONTH_NAMES, monthNumber } from '../months.ts';
import type { Rule } from './rule.ts';

/** A rule for whole words, given as an alternation. */
const words = (alternatives: string, sign: string): Rule => [
  new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})\\.?`, 'gu'),
  ` ${sign} `,
];

/** Names and words of a printed date, in the languages of `MONTH_NAMES` where they are common. */
export const WORDS: readonly Rule[] = [
  // "Sept[ember]" fills up an abbreviation: nobody doubts the month.
  [/(?<=\p{L})\.?\[(\p{L}+)\]/gu, '$1'],
  [/(?:undated|no date|n\.?\s?d\.|s\.?\s?d\.)[\s,]*[[(](.*)[\])]/g, '[$1]'],
  [
    new RegExp(`(?<!\\p{L})(${MONTH_NAMES})(?!\\p{L})\\.?`, 'gu'),
    (_, name) => ` M${monthNumber(name)} `,
  ],
  words('spring|printemps|fruhling|fruhjahr|весна|весной', 'S21'),
  words('summer|ete|sommer|лето|летом', 'S22'),
  words('autumn|fall|automne|herbst|осень|осенью', 'S23'),
  words('winter|hiver|зима|зимои', 'S24'),
  words('(?:early|mid|middle|late|beginning|end|start)(?:[-\\s](?:in|of|the))*-?', 'CIRCA'),
  words('circa|cca|ca|approx|approximately|about|around|environ|vers|um|около', 'CIRCA'),
  [/(?<!\p{L})c\.?(?=\s*[YMDCS[\d])|[~≈]/gu, ' CIRCA '],
  words('probably|possibly|perhaps|presumably|likely', '?'),
  words('not after|no later than|until|till|up to|through|thru|by|bis|jusqu.(?:a|en|au)', 'UNTIL'),
  words('not before|no earlier than|since|from|seit|depuis|ab', 'SINCE'),
  words('before|prior to|pre-?|vor|avant', 'BEFORE'),
  words('after|post-?|nach|apres|после', 'AFTER'),
  words('between|entre|zwischen', 'BETWEEN'),
  words('to|onwards?|(?:and|or) later', '-'),
  words('and|et|und|и', '&'),
  words('or|ou|oder|или', '|'),
  words('the|of|in|during|on|dated|year|le|la|de|du|den|der|dem|am|im|vom|г|гг|год|года|году', ''),
];
