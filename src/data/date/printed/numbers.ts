import { dateSigns, type Rule } from './rule.ts';

/** Dates in figures. Whatever order they leave open stays open. */
export const NUMBERS: readonly Rule[] = [
  [/(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g, (_, y, _sign, m, d) => dateSigns(y, m, d)],
  [/(?<!\d)(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?!\d)/g, (_, a, _sign, b, y) => eitherOrder(a, b, y)],
  [/(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/g, (_, d, m, y) => dateSigns(y, m, d)],
  [
    /(?<!\d)(\d{1,2})[-/.\s]\s?(x?i{1,3}|x|x?iv|vi{0,3}|ix)[-/.\s]\s?(\d{4})(?!\d)/g,
    (_, d, roman, y) => dateSigns(y, ROMAN.indexOf(roman), d),
  ],
  [/(?<!\d[-/]?)(\d{4})\s?[-/]\s?(\d\d)(?![-/]?\d)/g, yearAndTail],
  [/(?<![\d/.-])(\d{1,2})[/.](\d{4})(?!\d)/g, (_, m, y) => dateSigns(y, m)],
  [/(?<!\d)(\d\d)(?:00'?s\b|--)/g, ' C$1 '],
  [/(?<!\d)(\d{3})(?:0'?s\b|-(?!\d))/g, ' D$1 '],
  [
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|eme|e|\.)?\s(?:century|cent\.|siecle|jahrhundert)/g,
    (_, nth) => ` C${String(Number(nth) - 1).padStart(2, '0')} `,
  ],
  [
    /(?<!\d)(\d{1,4})\s?b\.?\s?c\.?(?:\s?e\.?)?(?!\p{L})/gu,
    (all, year) => (Number(year) > 0 ? ` Y${1 - Number(year)} ` : all),
  ],
  [/(?<!\d)(\d{1,4})\s?(?:a\.?\s?d|c\.?\s?e)\b\.?/g, (_, year) => dateSigns(year)],
  [/\ba\.?\s?d\.?\s?(\d{1,4})(?!\d)/g, (_, year) => dateSigns(year)],
  [/(?<![A-Z\d]|Y-)(\d{4})(?!\d)/g, (_, year) => dateSigns(year)],
  [/(?<![A-Z\d]|Y-)(\d{1,2})(?:st|nd|rd|th|d|er|eme|e|-?го)?(?![\d\p{L}])\.?/gu, ' $1 '],
];

const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** `10/16/1962` has one reading, `5/6/1963` two: American and European. */
function eitherOrder(first: string, second: string, year: string): string {
  const [a, b] = [Number(first), Number(second)];
  if (a > 12) return dateSigns(year, b, a);
  if (b > 12 || a === b || a * b === 0) return dateSigns(year, a, b);
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  return `${dateSigns(year, low, high)} | ${dateSigns(year, high, low)}`;
}

/**
 * `1963-64` is two years and `1938-10` a month; `1810-12` can be either, and then it reaches over
 * the years, which hold the month too.
 */
function yearAndTail(all: string, year: string, tail: string): string {
  const isLater = Number(tail) > Number(year.slice(2));
  const isMonth = Number(tail) <= 12;
  if (!isLater) return isMonth ? dateSigns(year, tail) : all;
  return ` Y${year} - Y${year.slice(0, 2)}${tail} ${isMonth ? '?' : ''}`;
}
