import { namesOfWeekdays } from '../calendar-names.ts';
import type { Rule } from './rule.ts';

const HALF_OF_DAY = String.raw`\[?[ap]\.?\s?m\b\.?\s?\??\]?`;
const CLOCK = String.raw`\d{1,2}(?:\s?[:.]\s?\d\d)?`;
const ZONE = String.raw`(?:\s?\(?(?:[ecmp][sd]t|utc|gmt|z|local time|moscow time|[+-]\d\d(?::?\d\d)?)\b\)?)?`;
const TIME_OF_DAY = [
  `\\[?(?<!\\d)${CLOCK}\\s?${HALF_OF_DAY}(?:\\s?${HALF_OF_DAY})?${ZONE}`,
  String.raw`\[?(?:12\s)?(?:noon|midnight|mittags?|minuit|midi)\b\??\]?`,
  `(?:(?<!\\d)|(?<=\\d)t)\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?(?:\\s?(?:hrs|hours|uhr))?${ZONE}`,
  String.raw`\d{4}\s?(?:z|hours|hrs)\b`,
  String.raw`(?<!\d)${CLOCK}\s?(?:uhr|heures?|o'clock|hrs|h(?:\s?\d\d)?)\b`,
  String.raw`(?:in the\s|early\s|late\s|du\s)?(?:morning|forenoon|afternoon|evening|night|matin|soir|(?:vor|nach)mittags|morgens|abends)\b`,
].join('|');

const WEEKDAYS = namesOfWeekdays()
  .map(([name]) => name)
  .join('|');

/**
 * What stands by a printed date without being of it: when it came, what it is a copy of, the time of
 * day, the day of the week.
 */
export const NOISE: readonly Rule[] = [
  [/[[(]\s*(?:received|recd?\.?|rec'd)\b[^\])]*[\])]?/g, ' '],
  [/(?<=\d.*)[\s.,;-]+(?:received|rec'd|recd|recu|eingegangen|получено)(?!\p{L}).*$/gu, ' '],
  [/[[(]\s*sic\b[.!]?\s*[\])]/g, ' '],
  [
    /\(\s*(?:copy|translation|draft|extract|original|duplicate|telegram|month only|year only)\s*\)/g,
    ' ',
  ],
  [new RegExp(`(?:[\\s,;-]|\\bat\\b)*(?:${TIME_OF_DAY})(?:\\s?[[(]\\?[\\])])?`, 'g'), ' '],
  [new RegExp(`(?<!\\p{L})(?:${WEEKDAYS}|sonnabend)(?!\\p{L}),?`, 'gu'), ' '],
  [/(?<!\p{L})(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?!\p{L})\.?,?/gu, ' '],
];
