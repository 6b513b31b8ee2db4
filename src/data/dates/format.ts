import { dateWords } from '../../wording/dates.ts';
import { type DayNumbers, lastDayOf, numbersOf } from './calendar.ts';
import { type Span, shapeOf } from './edtf-span.ts';
import type { Day } from './historical-date.ts';

/**
 * A year as people print it: `1962`, `44 BCE`, `44 CE` where `44` alone could be anything, and
 * `170,000,002`.
 */
export function formatYearNumber(year: number): string {
  if (year <= 0) return dateWords.yearBCE(dateWords.year(1 - year));
  return year < 100 ? dateWords.yearCE(dateWords.year(year)) : dateWords.year(year);
}

/** The name of a month, 1 to 12. */
export const monthName = (month: number): string => dateWords.months[month - 1] ?? '';

/** A day in words: `16 October 1962`. */
export const formatDay = (day: Day): string => formatNumbers(numbersOf(day));

/** The same for a day that may not be in the calendar; its month must be 1 to 12. */
export const formatNumbers = ({ year, month, day }: DayNumbers): string =>
  dateWords.day(day, formatMonth({ year, month }));

/** A day of any year in words: `16 October`. */
export const formatDayOfYear = ({ month, day }: Omit<DayNumbers, 'year'>): string =>
  dateWords.day(day, monthName(month));

/** A day, a month or a year in words: `[1962, 10]` as `October 1962`. */
export function formatParts([year = 0, month, day]: readonly number[]): string {
  if (month === undefined) return formatYearNumber(year);
  return day === undefined ? formatMonth({ year, month }) : formatNumbers({ year, month, day });
}

const formatMonth = ({ year, month }: Omit<DayNumbers, 'day'>): string =>
  dateWords.month(monthName(month), formatYearNumber(year));

/** A span by its days: `1 to 31 October 1962`, `up to 31 December 1949`, `from 1 May 1961 on`. */
export function formatSpan({ start, end }: Span): string {
  if (!start) return end ? dateWords.upTo(formatDay(end)) : dateWords.anyDay;
  if (!end) return dateWords.from(formatDay(start));
  if (start === end) return formatDay(start);
  const from = numbersOf(start);
  const to = numbersOf(end);
  if (from.year !== to.year) return dateWords.between(formatDay(start), formatDay(end));
  const first = from.month === to.month ? from.day : formatDayOfYear(from);
  return dateWords.between(first, formatDay(end));
}

/**
 * A span by the name it has, if it has one: `1962`, `1940s`, `October 1962`; by its years or months
 * where they are whole, `1670–1672`, `October to December 1984`; else by its days.
 */
export function formatPeriod(span: Span): string {
  const shape = shapeOf(span);
  if (!span.start || shape === 'interval' || shape === 'century') return formatInterval(span);
  const { year, month } = numbersOf(span.start);
  if (shape === 'year') return formatYearNumber(year);
  if (shape === 'decade' && year > 0) return dateWords.decade(year);
  return shape === 'month' ? formatMonth({ year, month }) : formatSpan(span);
}

function formatInterval(span: Span): string {
  if (!span.start || !span.end) return formatSpan(span);
  const [from, to] = [numbersOf(span.start), numbersOf(span.end)];
  if (from.day !== 1 || span.end !== lastDayOf(to.year, to.month)) return formatSpan(span);
  if (from.month === 1 && to.month === 12) {
    const years = [formatYearNumber(from.year), formatYearNumber(to.year)] as const;
    return from.year > 0 ? dateWords.years(...years) : dateWords.between(...years);
  }
  const first = from.year === to.year ? monthName(from.month) : formatMonth(from);
  return dateWords.between(first, formatMonth(to));
}

/**
 * The members of a set: `4 and 6 November 1863`, `1962 or 1963`.
 * @param whole the span of the set: where it is open, `1984 or earlier`, `1970, 1984 and later`
 */
export function formatMembers(members: readonly Span[], whole: Span, type: 'and' | 'or'): string {
  if (whole.start && whole.end) return formatPeriods(members, type);
  const names = members.map(formatPeriod);
  const { orEarlier, andEarlier, orLater, andLater } = dateWords;
  const [first = '', last = ''] = [names.at(0), names.at(-1)];
  if (!whole.start) names.splice(0, 1, type === 'or' ? orEarlier(first) : andEarlier(first));
  if (!whole.end) names.splice(-1, 1, type === 'or' ? orLater(last) : andLater(last));
  return listed(names, type);
}

const listed = (names: readonly string[], type: 'and' | 'or'): string =>
  type === 'and' ? dateWords.allOf(names) : dateWords.oneOf(names);

function formatPeriods(spans: readonly Span[], type: 'and' | 'or'): string {
  const names = spans.map(formatPeriod);
  const [month] = new Set(names.map((name) => name.replace(/^\d+ /, '')));
  const share =
    spans.every((span) => shapeOf(span) === 'day') &&
    names.every((name) => name.endsWith(` ${month}`));
  if (!share) return listed(names, type);
  const days = names.map((name) => name.split(' ', 1)[0] ?? '');
  return `${listed(days, type)} ${month}`;
}
