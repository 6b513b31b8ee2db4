import { calendar, type DayNumbers, numbersOf } from './calendar.ts';
import { type Span, shapeOf } from './edtf-span.ts';
import type { Day } from './historical-date.ts';

/** A year as people print it: `1962`, `44 BCE`, and `44 CE` where `44` alone could be anything. */
export function formatYearNumber(year: number): string {
  if (year <= 0) return `${1 - year} BCE`;
  return year < 100 ? `${year} CE` : String(year);
}

/** The English name of a month, 1 to 12. */
export const monthName = (month: number): string =>
  calendar('2000-01-15')
    .month(month - 1)
    .format('MMMM');

/** A day in English: `16 October 1962`. */
export const formatDay = (day: Day): string => formatNumbers(numbersOf(day));

/** The same for a day that may not be in the calendar; its month must be 1 to 12. */
export const formatNumbers = ({ year, month, day }: DayNumbers): string =>
  `${day} ${formatMonth({ year, month })}`;

const formatMonth = ({ year, month }: Omit<DayNumbers, 'day'>): string =>
  `${monthName(month)} ${formatYearNumber(year)}`;

/** A span by its days: `1 to 31 October 1962`, `up to 31 December 1949`, `from 1 May 1961 on`. */
export function formatSpan({ start, end }: Span): string {
  if (!start) return end ? `up to ${formatDay(end)}` : 'any day';
  if (!end) return `from ${formatDay(start)} on`;
  if (start === end) return formatDay(start);
  const from = numbersOf(start);
  const to = numbersOf(end);
  if (from.year !== to.year) return `${formatDay(start)} to ${formatDay(end)}`;
  const first = from.month === to.month ? from.day : `${from.day} ${monthName(from.month)}`;
  return `${first} to ${formatDay(end)}`;
}

/** A span by the name it has, if it has one: `1962`, `1940s`, `October 1962`; else by its days. */
export function nameSpan(span: Span): string {
  const shape = shapeOf(span);
  if (!span.start || shape === 'interval') return formatSpan(span);
  const { year, month } = numbersOf(span.start);
  if (shape === 'year') return formatYearNumber(year);
  if (shape === 'decade' && year > 0) return `${year}s`;
  return shape === 'month' ? formatMonth({ year, month }) : formatSpan(span);
}

/** Several spans: `4 and 6 November 1863`, `1962 or 1963`. */
export function nameSpans(spans: readonly Span[], type: 'and' | 'or'): string {
  const list = new Intl.ListFormat('en-GB', {
    type: type === 'and' ? 'conjunction' : 'disjunction',
  });
  const names = spans.map(nameSpan);
  const [month] = new Set(names.map((name) => name.replace(/^\d+ /, '')));
  const share =
    spans.every((span) => shapeOf(span) === 'day') &&
    names.every((name) => name.endsWith(` ${month}`));
  if (!share) return list.format(names);
  return `${list.format(names.map((name) => name.split(' ', 1)[0] ?? ''))} ${month}`;
}
