import type { DayOfYear } from './anniversary.ts';
import { dayOf } from './calendar.ts';
import type { HistoricalDate } from './historical-date.ts';
import { parseDate } from './parse.ts';
import { readPart } from './printed/part.ts';
import { toTokens } from './printed/tokens.ts';
import { fromEdtf } from './read-printed.ts';

/**
 * Reads what a person types for a date: EDTF, or whatever a record may print, which takes in
 * `before 1950`, `since 1950`, `c. 1962`, `1949..1951` and `16 Oct 1962`. A question in EDTF means
 * EDTF: `1810-12` is a month here, though a record may mean the years.
 * @returns null if it isn't understood, or has its ends reversed
 */
export function readDateQuestion(text: string): HistoricalDate | null {
  const typed = text.trim();
  const edtf = typed.replace(/^\.\.(?=\d)/, '../');
  const reading = TWO_YEARS.test(typed) ? null : fromEdtf(edtf);
  if (reading) return { text: typed, ...reading };
  const { date } = parseDate(typed);
  return date.precision === 'unknown' ? null : date;
}

/** `1910-21`: a season in EDTF, but nobody types seasons by their numbers. */
const TWO_YEARS = /^\d{4}-(?:1[3-9]|[2-9]\d)$/;

/** Longer text isn't a day of the year. */
const LONGEST = 100;

/** A year that has every day. */
const LEAP_YEAR = 2000;

/**
 * Reads a day of the year: `16 October`, `Oct 16`, `16. Oktober`; in figures the month comes first
 * (`10-16`, `10/16`, `--10-16`) unless it can't (`16/10`) or points tell (`16.10.`). A year is
 * read past.
 * @returns null if it isn't understood, or no year has such a day
 */
export function readDayOfYear(text: string): DayOfYear | null {
  if (text.length > LONGEST) return null;
  const { month, day } = inFigures(text.trim()) ?? readPart(toTokens(text)) ?? {};
  if (month === undefined || day === undefined) return null;
  return dayOf({ year: LEAP_YEAR, month, day }) ? { month, day } : null;
}

function inFigures(text: string): DayOfYear | null {
  const [, dayFirst, monthSecond] = /^(\d{1,2})\.\s?(\d{1,2})\.?$/.exec(text) ?? [];
  if (dayFirst) return { month: Number(monthSecond), day: Number(dayFirst) };
  const [figures, first, , second] = /^(?:--)?(\d{1,2})([-/])(\d{1,2})$/.exec(text) ?? [];
  if (!figures) return null;
  const [a, b] = [Number(first), Number(second)];
  return a > 12 ? { month: b, day: a } : { month: a, day: b };
}
