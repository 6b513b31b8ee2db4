import type { Rule } from './rule.ts';

const HALF_OF_DAY = String.raw`\[?[ap]\.?\s?m\b\.?\s?\??\]?`;
const CLOCK = String.raw`\d{1,2}(?:\s?[:.]\s?\d\d)?`;
const ZONE = String.raw`(?:\s?(?:z|utc|gmt|[+-]\d\d:?\d\d)\b)?`;
const TIME_OF_DAY = [
  `\\[?(?<!\\d)${CLOCK}\\s?${HALF_OF_DAY}(?:\\s?${HALF_OF_DAY})?`,
  String.raw`\[?(?:12\s)?(?:noon|midnight|mittags?|minuit|midi)\b\??\]?`,
  `(?:(?<!\\d)|(?<=\\d)t)\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?${ZONE}`,
  String.raw`\d{4}z\b`,
].join('|');

/** What stands by a printed date without being of it: the time of day, the day of the week. */
export const NOISE: readonly Rule[] = [
  [/[[(]\s*(?:received|recd?\.?|rec'd)\b[^\])]*[\])]?/g, ' '],
  [/[[(]\s*sic\b[.!]?\s*[\])]/g, ' '],
  [new RegExp(`(?:[\\s,;-]|\\bat\\b)*(?:${TIME_OF_DAY})(?:\\s?[[(]\\?[\\])])?`, 'g'), ' '],
  [
    /(?<!\p{L})(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?!\p{L})\.?,?/gu,
    ' ',
  ],
  [
    /(?<!\p{L})(?:lun|mar|mercre|jeu|vendre|same)di(?!\p{L}),?|(?<!\p{L})dimanche(?!\p{L}),?/gu,
    ' ',
  ],
  [/(?<!\p{L})(?:mon|diens|donners|frei|sams|sonn)tag(?!\p{L}),?|mittwoch,?|sonnabend,?/gu, ' '],
  [/понедельник,?|вторник,?|среда,?|четверг,?|пятница,?|суббота,?|воскресенье,?/g, ' '],
];
