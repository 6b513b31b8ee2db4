import { isoYear, twoDigits } from './calendar.ts';
import { isProse } from './prose.ts';
import { expandLastYear } from './short-year.ts';

/** How a source writes dates that its figures leave open; null if it doesn't show it. */
export type Convention = {
  /** What comes first in `5/6/1963`. */
  first: 'day' | 'month' | null;
  /** What `1810-12` ends in: December, or the year 1812. */
  tail: 'month' | 'year' | null;
  /** The first and the last of its whole years, among which one of two figures is sought. */
  years: readonly [number, number] | null;
};

/** Of a date that stands alone. */
export const NO_CONVENTION: Convention = { first: null, tail: null, years: null };

/** `5/6/1963` and `5/6/63`; `1810-12`; `16.10.62`. */
export const DAY_AND_MONTH = /(?<![\d/.-])(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-])/g;
export const YEAR_AND_TAIL = /(?<![\d/.-])(\d{4})-(\d\d)(?![\d/-])/g;
const POINTED = /(?<![\d/.-])(\d{1,2}\.\s?\d{1,2}\.\s?)(\d\d)(?![\d.])/g;

/** Writes out what a date's figures leave open, so far as the convention tells. */
export function applyConvention(text: string, convention: Convention): string {
  if (convention === NO_CONVENTION || isProse(text)) return text;
  const { first, tail, years } = convention;
  const whole = (figures: string) => wholeYear(figures, years) ?? figures;
  const written = text
    .replaceAll(DAY_AND_MONTH, (all, a, sign, b, year) =>
      writeDay(all, [Number(a), Number(b)], whole(year), sign, first),
    )
    .replaceAll(YEAR_AND_TAIL, (all, year, end) => {
      if (!tail || !isOpenTail(year, end)) return all;
      return tail === 'month' ? `${end}/${year}` : `${year}-${year.slice(0, 2)}${end}`;
    })
    .replaceAll(POINTED, (_, before, year) => before + whole(year));
  return expandLastYear(written, whole);
}

/** Whether the figures after a year can be a month of it and a later year, too. */
export const isOpenTail = (year: string, tail: string): boolean =>
  Number(tail) >= 1 && Number(tail) <= 12 && Number(tail) > Number(year.slice(2));

function writeDay(
  all: string,
  [a, b]: readonly [number, number],
  year: string,
  sign: string,
  first: Convention['first'],
): string {
  if (year.length === 2 || a > 31) return all;
  if (!first || a > 12 || b > 12) return [a, b, year].join(sign);
  const [day, month] = first === 'day' ? [a, b] : [b, a];
  return [isoYear(Number(year)), twoDigits(month), twoDigits(day)].join('-');
}

/** How far a year of two figures may lie outside the whole years of its source. */
export const MARGIN_YEARS = 20;

/**
 * The year of two figures: the only one between the first and the last, or else the only one not far
 * from them; null if there are several or none.
 */
function wholeYear(figures: string, years: Convention['years']): string | null {
  if (!years || figures.length !== 2) return null;
  const [from, to] = years;
  for (const margin of [0, MARGIN_YEARS]) {
    const first = from - margin + modulo(Number(figures) - (from - margin), 100);
    if (first <= to + margin) return first + 100 <= to + margin ? null : isoYear(first);
  }
  return null;
}

const modulo = (a: number, b: number): number => ((a % b) + b) % b;
