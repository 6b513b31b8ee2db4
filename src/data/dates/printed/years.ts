import { romanNumber } from './roman.ts';
import { dateTokens, type Rule } from './rule.ts';

const BCE = String.raw`b\.?\s?c\.?(?:\s?e\.?)?|v\.?\s?chr\.?|av\.?\s?j\.?-?\s?c\.?|a\.\s?c\.|до н\.?\s?э\.?`;
const CENTURY = String.raw`centur(?:y|ies)|cent\.|c\.|siecles?|secol[oi]|siglos?|jahrhundert(?:s|e|en)?|jh\.?|jhd?t?\.?|век[еа]?|века|вв?\.|wieku?`;
const NTH = String.raw`(?:st|nd|rd|th|eme|e|er|\.)?`;

/** Of any month. */
const LAST_DAY = 31;

/** Decades, centuries and years, those before our era, and what figures remain. */
export const YEARS: readonly Rule[] = [
  [/(?<!\d)([0-3]?\d)\[([0-3]?\d)\s?\?\s?\](?!\d)/g, eitherDay],
  [/(?<=centur(?:y|ies)\s)(?:a\.?\s?d|c\.?\s?e)\b\.?/g, ''],
  [
    /(?<!\d)(\d\[\d(?:\s?\?)?\]\d\d|\d\[\d\d(?:\s?\?)?\]\d|\d\d\[\d(?:\s?\?)?\]\d)(?!\d)/g,
    supplied,
  ],
  [/(?<!\d)(\d{3})\[-(\s?\?)?\]/g, ' D$1 $2 [ ]'],
  [/(?<!\d)(\d\d)\[(\d)-(\s?\?)?\]/g, ' D$1$2 $3 [ ]'],
  [/(?<=\d)\[(\d+)(\s?\?)?\s?\]/g, '$1$2 [ ]'],
  [/\[(\d\d)\](\d\d)(?!\d)/g, '$1$2 [ ]'],
  [/(?<!\d)(\d\d)(?:00'?s\b|--)/g, ' C$1 '],
  [/(?<!\d)(\d\d)(\d)0'?s?\s?[-/]\s?'?(\d)0'?s\b/g, ' D$1$2 - D$1$3 '],
  [/(?<!\d)(\d{3})(?:0'?s\b|-(?!\d))/g, ' D$1 '],
  [/(?<!\d)(\d{3})\?/g, ' D$1 ? '],
  [/(?<!\d)(\d{3})0(?:er(?:\sjahren?)?|-?[ех](?:\sгг?\.?|\sгод\p{L}*)?)(?!\p{L})/gu, ' D$1 '],
  [/(?<!\p{L})(?:annees|anni|anos)\s(\d{3})0(?!\d)/gu, ' D$1 '],
  [
    new RegExp(
      `(?<!\\d)(\\d{1,2})${NTH}\\s?(-|to|and|&|bis|und|et)\\s?(?=\\d{1,2}${NTH}\\s(?:${CENTURY})\\s?(${BCE})?(?!\\p{L}))`,
      'gu',
    ),
    (_, nth, join, before) =>
      `${century(Number(nth), before)}${/and|&|und|et/.test(join) ? '&' : '-'} `,
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})${NTH}\\s(?:${CENTURY})\\s?(${BCE})?(?!\\p{L})`, 'gu'),
    (_, nth, before) => century(Number(nth), before),
  ],
  [
    new RegExp(`(?<!\\p{L})([xvi]{1,5})${NTH}\\s(?:${CENTURY})\\s?(${BCE})?(?!\\p{L})`, 'gu'),
    (all, roman, before) => (romanNumber(roman) > 0 ? century(romanNumber(roman), before) : all),
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,4})\\s?-\\s?(\\d{1,4})\\s?(?:${BCE})(?!\\p{L})`, 'gu'),
    (_, from, to) => ` ${bce(from)} - ${bce(to)} `,
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,4})\\s?(?:${BCE})(?!\\p{L})`, 'gu'),
    (all, year) => (Number(year) > 0 ? ` ${bce(year)} ` : all),
  ],
  [/(?<!\d)(\d{1,4})\s?(?:a\.?\s?d|c\.?\s?e|n\.?\s?chr|н\.\s?э)(?!\p{L})\.?/gu, namedYear],
  [/(?<!\p{L})a\.?\s?d\.?\s?(\d{1,4})(?!\d)/gu, namedYear],
  [/(?<![A-Z\d]|[YC]-)(\d{4})(?!\d)/g, namedYear],
  // Beside a month three figures are a year, but for those that begin a modern one and lost a figure.
  [/(?<=\p{L}\.?\s)(?!1[4-9]|20)(\d{3})(?=$)/gu, namedYear],
  [/(?<![A-Z\d]|[YC]-)(\d{1,2})(?:st|nd|rd|th|d|er|eme|e|-?го)?(?![\d\p{L}])\.?/gu, ' $1 '],
];

/** `3[5?] June`: the archive reads 3, perhaps 5; `3[0?]` has only lost a figure. */
function eitherDay(all: string, day: string, other: string): string {
  return Number(day + other) > LAST_DAY && Number(other) <= LAST_DAY ? ` ${day} | ${other} ` : all;
}

/** `1[8]62`: a figure within the year is the archive's. */
function supplied(year: string): string {
  return `${year.replaceAll(/\D/g, '')}${year.includes('?') ? ' ?' : ''} [ ]`;
}

function namedYear(_: string, year: string): string {
  return dateTokens(year);
}

/** Year 0 is 1 BCE. */
const bce = (year: string): string => `Y${1 - Number(year)}`;

/** The hundred years that begin with the same figures: 1800 to 1899, and 300 to 201 before our era. */
const century = (nth: number, before?: string): string =>
  ` C${before ? '-' : ''}${String(nth - 1).padStart(2, '0')} `;
