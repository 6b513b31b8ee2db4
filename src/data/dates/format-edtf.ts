import { dateWords, edtfWords } from '../../wording/dates.ts';
import { numbersOf } from './calendar.ts';
import { readEdtf } from './edtf.ts';
import { type Span, shapeOf } from './edtf-span.ts';
import {
  formatDayOfYear,
  formatMembers,
  formatParts,
  formatPeriod,
  formatYearNumber,
  monthName,
} from './format.ts';

/** How a day, a month or a year is written: `[1962, 10, 16]`, `[1962, 10]` or `[1962]` in words. */
export type FormatParts = (parts: readonly number[]) => string;

/**
 * An EDTF text in words, each date with its doubt: `1949/1951~` as "1949–ca. 1951", `156X` as "1560s".
 * @returns null if the text isn't EDTF
 */
export function formatEdtf(edtf: string, format: FormatParts = formatParts): string | null {
  const whole = readEdtf(edtf);
  if (!whole) return null;
  const ends = edtf.split('/');
  if (ends.length === 2) return formatInterval(ends, format);
  if (whole.precision === 'set') {
    return formatMembers(whole.members, whole, edtf.startsWith('[') ? 'or' : 'and');
  }
  return formatSingle(edtf, format);
}

/** Two dots are an open end, nothing an unknown one. */
function formatInterval(ends: readonly string[], format: FormatParts): string {
  const [from, to] = ends.map((end) =>
    /^(?:\.\.)?$/.test(end) ? null : formatSingle(end, format),
  );
  const isUnknown = ends.includes('');
  const words = edtfWords;
  if (!from) return (isUnknown ? words.untilFromUnknown : words.until)(to ?? '');
  if (!to) return (isUnknown ? words.fromToUnknown : words.from)(from);
  return [from, to].every(isYear) ? dateWords.years(from, to) : dateWords.between(from, to);
}

/** Whether a date in words has no blank but that of its doubt. */
const isYear = (words: string): boolean =>
  !words.replace(edtfWords.approximate(''), '').includes(' ');

function formatSingle(edtf: string, format: FormatParts): string {
  const reading = readEdtf(edtf);
  if (!reading) return edtf;
  const estimated = formatEstimate(edtf, reading);
  if (estimated) return estimated;
  const words = formatDivision(edtf) ?? formatRepeated(edtf) ?? formatKnownParts(reading, format);
  const doubted = reading.uncertain ? edtfWords.uncertain(words) : words;
  return reading.approximate ? edtfWords.approximate(doubted) : doubted;
}

/** `1950S2`: the year that is estimated, and those that it may be. */
function formatEstimate(edtf: string, { start, end }: Span): string | undefined {
  const [, figures, power = 0] = /^Y?(-?\d+)(?:E(\d+))?S\d$/.exec(edtf) ?? [];
  if (!figures || !start || !end) return undefined;
  const estimate = formatYearNumber(Number(figures) * 10 ** Number(power));
  const [from, to] = [
    formatYearNumber(numbersOf(start).year),
    formatYearNumber(numbersOf(end).year),
  ];
  return from === to ? estimate : edtfWords.estimated(estimate, from, to);
}

/** EDTF's divisions of a year from 21 on, each with what it begins with. */
const DIVISIONS: readonly [first: number, name: (index: number, year: string) => string][] = [
  [40, edtfWords.half],
  [37, edtfWords.third],
  [33, edtfWords.quarter],
  [29, edtfWords.southernSeason],
  [25, edtfWords.northernSeason],
  [21, edtfWords.season],
];

function formatDivision(edtf: string): string | undefined {
  const [, year, code] = /^(-?\d{4})-(2[1-9]|3\d|4[01])$/.exec(edtf) ?? [];
  const [first = 0, name] = (code && DIVISIONS.find(([from]) => from <= Number(code))) || [];
  return name?.(Number(code) - first, formatYearNumber(Number(year)));
}

/** `156X-12-25`, `1560-XX-25`: a day or a month of one of several years or months. */
function formatRepeated(edtf: string): string | undefined {
  const [, years = '', month = '', day = 'XX'] =
    /^([\dX]{4})-(\d\d|XX)(?:-(\d\d|XX))?$/.exec(edtf) ?? [];
  const isOfYears = years.endsWith('X') && (month !== 'XX' || day !== 'XX');
  if (!isOfYears && !(month === 'XX' && day !== 'XX')) return undefined;
  const span = readEdtf(years);
  if (!span) return undefined;
  const period = formatPeriod(span);
  const when = shapeOf(span) === 'decade' ? edtfWords.theDecade(period) : period;
  const dayAndMonth = formatDayAndMonth(day, month);
  return isOfYears ? edtfWords.ofAYearIn(dayAndMonth, when) : edtfWords.in(dayAndMonth, when);
}

function formatDayAndMonth(day: string, month: string): string {
  if (month === 'XX') return edtfWords.dayOfAMonth(Number(day));
  return day === 'XX'
    ? monthName(Number(month))
    : formatDayOfYear({ month: Number(month), day: Number(day) });
}

const LENGTHS: Partial<Record<string, number>> = { day: 3, month: 2, year: 1 };

function formatKnownParts(span: Span, format: FormatParts): string {
  const length = LENGTHS[shapeOf(span)];
  const from = span.start && numbersOf(span.start);
  return length && from && from.year > 0 && from.year <= 9999
    ? format([from.year, from.month, from.day].slice(0, length))
    : formatPeriod(span);
}
