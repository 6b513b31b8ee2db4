import { romanNumber } from './roman.ts';
import { dateSigns, type Rule } from './rule.ts';

const BCE = String.raw`b\.?\s?c\.?(?:\s?e\.?)?|v\.?\s?chr\.?|av\.?\s?j\.?-?\s?c\.?|a\.\s?c\.|до н\.?\s?э\.?`;
const CENTURY = String.raw`century|cent\.|c\.|siecle|secolo|siglo|jahrhunderts?|jh\.?|jhd?t?\.?|век[еа]?|в\.|wieku?`;
const NTH = String.raw`(?:st|nd|rd|th|eme|e|er|\.)?`;

/** Decades, centuries and years, those before our era, and what figures remain. */
export const YEARS: readonly Rule[] = [
  [/(?<=\d)\[(\d+)(\s?\?)?\s?\]/g, '$1$2 [ ]'],
  [/\[(\d\d)\](\d\d)(?!\d)/g, '$1$2 [ ]'],
  [/(?<!\d)(\d\d)(?:00'?s\b|--)/g, ' C$1 '],
  [/(?<!\d)(\d\d)(\d)0'?s?\s?[-/]\s?'?(\d)0'?s\b/g, ' D$1$2 - D$1$3 '],
  [/(?<!\d)(\d{3})(?:0'?s\b|-(?!\d))/g, ' D$1 '],
  [/(?<!\d)(\d{3})\?/g, ' D$1 ? '],
  [/(?<!\d)(\d{3})0(?:er(?:\sjahren?)?|-?[ех](?:\sгг?\.?|\sгод\p{L}*)?)(?!\p{L})/gu, ' D$1 '],
  [/(?<!\p{L})(?:annees|anni|anos)\s(\d{3})0(?!\d)/gu, ' D$1 '],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})${NTH}\\s(?:${CENTURY})\\s?(${BCE})?(?!\\p{L})`, 'gu'),
    (_, nth, before) => century(Number(nth), before),
  ],
  [
    new RegExp(`(?<!\\p{L})([xvi]{1,5})${NTH}\\s(?:${CENTURY})(?!\\p{L})`, 'gu'),
    (all, roman) => (romanNumber(roman) > 0 ? century(romanNumber(roman)) : all),
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
  [/(?<![A-Z\d]|Y-)(\d{4})(?!\d)/g, namedYear],
  // Beside a month three figures are a year, but for those that begin a modern one and lost a figure.
  [/(?<=\p{L}\.?\s)(?!1[4-9]|20)(\d{3})(?=$)/gu, namedYear],
  [/(?<![A-Z\d]|Y-)(\d{1,2})(?:st|nd|rd|th|d|er|eme|e|-?го)?(?![\d\p{L}])\.?/gu, ' $1 '],
];

function namedYear(_: string, year: string): string {
  return dateSigns(year);
}

/** Year 0 is 1 BCE. */
const bce = (year: string): string => `Y${1 - Number(year)}`;

/** The nineteenth century as EDTF has it, 1800 to 1899; before our era 300 to 201 for the third. */
const century = (nth: number, before?: string): string =>
  before ? ` Y${1 - nth * 100} - Y${100 - nth * 100} ` : ` C${String(nth - 1).padStart(2, '0')} `;
