import { calendar, type DayNumbers, lastDayOf, numbersOf } from './calendar.ts';
import { type Span, shapeOf } from './edtf-span.ts';
import type { Day } from './historical-date.ts';

/**
 * A year as people print it: `1962`, `44 BCE`, `44 CE` where `44` alone could be anything, and
 * `170,000,002`.
 */
export function formatYearNumber(year: number): string {
  const figures = (figure: number) =>
    figure > 9999 ? figure.toLocaleString('en-GB') : String(figure);
  if (year <= 0) return `${figures(1 - year)} BCE`;
  return year < 100 ? `${year} CE` : figures(year);
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

/** A day, a month or a year in English: `[1962, 10]` as `October 1962`. */
export function formatParts([year = 0, month, day]: readonly number[]): string {
  if (month === undefined) return formatYearNumber(year);
  return day === undefined ? formatMonth({ year, month }) : formatNumbers({ year, month, day });
}

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

/**
 * A span by the name it has, if it has one: `1962`, `1940s`, `October 1962`; by its years or months
 * where they are whole, `1670–1672`, `October to December 1984`; else by its days.
 */
export function formatPeriod(span: Span): string {
  const shape = shapeOf(span);
  if (!span.start || shape === 'interval' || shape === 'century') return formatInterval(span);
  const { year, month } = numbersOf(span.start);
  if (shape === 'year') return formatYearNumber(year);
  if (shape === 'decade' && year > 0) return `${year}s`;
  return shape === 'month' ? formatMonth({ year, month }) : formatSpan(span);
}

function formatInterval(span: Span): string {
  if (!span.start || !span.end) return formatSpan(span);
  const [from, to] = [numbersOf(span.start), numbersOf(span.end)];
  if (from.day !== 1 || span.end !== lastDayOf(to.year, to.month)) return formatSpan(span);
  if (from.month === 1 && to.month === 12) {
    const years = [from, to].map(({ year }) => formatYearNumber(year));
    return years.join(from.year > 0 ? '–' : ' to ');
  }
  const first = from.year === to.year ? monthName(from.month) : formatMonth(from);
  return `${first} to ${formatMonth(to)}`;
}

/**
 * The members of a set: `4 and 6 November 1863`, `1962 or 1963`.
 * @param whole the span of the set: where it is open, `1984 or earlier`, `1970, 1984 and later`
 */
export function formatMembers(members: readonly Span[], whole: Span, type: 'and' | 'or'): string {
  if (whole.start && whole.end) return formatPeriods(members, type);
  const names = members.map(formatPeriod);
  if (!whole.start) names.splice(0, 1, `${names[0]} ${type} earlier`);
  if (!whole.end) names.splice(-1, 1, `${names.at(-1)} ${type} later`);
  return listed(names, type);
}

const listed = (names: readonly string[], type: 'and' | 'or'): string =>
  new Intl.ListFormat('en-GB', { type: type === 'and' ? 'conjunction' : 'disjunction' }).format(
    names,
  );

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
