import { type DateNode, Date as EdtfDate } from 'edtf';
import { dayOf, lastDayOf, numbersOf, toDay } from './calendar.ts';
import { compareDays } from './compare.ts';
import type { Day, Precision } from './historical-date.ts';

/** First and last day; null if open. */
export type Span = { start: Day | null; end: Day | null };

/** The days a single date can mean; null if there is no such day. */
export function spanOf(date: DateNode): Span | null {
  const [year, month, day] = date.values;
  if (date.unspecified) return unspecifiedSpan(date);
  if (month === undefined) return monthsSpan(year, 1, 12);
  if (day === undefined) return monthsSpan(year, month + 1, month + 1);
  const only = dayOf({ year, month: month + 1, day });
  return only === null ? null : { start: only, end: only };
}

/** `196X`, `1962-XX`: from the least to the greatest date that the places left out allow. */
function unspecifiedSpan(date: DateNode): Span | null {
  const [year, month, day] = date.values;
  // The package loses the sign of a century BCE, and shifts 29 February where the year has none.
  if (month === undefined && year <= 0) return earlySpan(year, date.unspecified);
  if (year <= 0 || (month === 1 && day === 29)) return null;
  const { min, max } = new EdtfDate({ ...date, type: 'Date' });
  return { start: toDay(new Date(min)), end: toDay(new Date(max)) };
}

/** How many years those digits of a year allow that the package marks as left out, by its bits. */
const YEARS_ALLOWED: Record<number, number> = { 8: 10, 12: 100 };

/** `-02XX`, 300 to 201 before our era; `00XX`. The package gives -0 for the years up to 0. */
function earlySpan(year: number, unspecified: DateNode['unspecified']): Span | null {
  const years = YEARS_ALLOWED[Number(unspecified)];
  if (years === undefined) return null;
  const first = Object.is(year, 0) ? 0 : year - years + 1;
  const [start, end] = [monthsSpan(first, 1, 12)?.start, monthsSpan(first + years - 1, 1, 12)?.end];
  return start && end ? { start, end } : null;
}

/**
 * A year, or of an estimated one the years that its digits allow: two significant digits of 1950
 * those from 1900 to 1999.
 */
export function yearSpan(year: number, significant = Number.POSITIVE_INFINITY): Span | null {
  const width = 10 ** Math.max(0, String(Math.abs(year)).length - significant);
  const least = Math.floor(Math.abs(year) / width) * width;
  const [first, last] = year < 0 ? [1 - least - width, -least] : [least, least + width - 1];
  const [start, end] = [monthsSpan(first, 1, 12)?.start, monthsSpan(last, 1, 12)?.end];
  return start && end ? { start, end } : null;
}

/** Whole months of a year; month 0 is December of the year before, 14 February of the next. */
function monthsSpan(year: number, first: number, last: number): Span | null {
  const start = dayOf({ ...monthOf(year, first), day: 1 });
  const { year: lastYear, month: lastMonth } = monthOf(year, last);
  const end = lastDayOf(lastYear, lastMonth);
  return start && end ? { start, end } : null;
}

const monthOf = (year: number, month: number) => ({
  year: year + Math.floor((month - 1) / 12),
  month: ((month + 11) % 12) + 1,
});

/**
 * The months of EDTF's divisions of a year. Spring, summer and autumn are the meteorological ones of
 * the north. "Winter 1962" may be the one that began or the one that ended in 1962, so it reaches
 * from December 1961 to February 1963.
 */
const DIVISIONS: Record<number, readonly [number, number]> = {
  ...seasons(21, [3, 5], [6, 8], [9, 11], [0, 14]),
  ...seasons(25, [3, 5], [6, 8], [9, 11], [0, 14]),
  ...seasons(29, [9, 11], [0, 14], [3, 5], [6, 8]),
  ...seasons(33, [1, 3], [4, 6], [7, 9], [10, 12]),
  ...seasons(37, [1, 4], [5, 8], [9, 12]),
  ...seasons(40, [1, 6], [7, 12]),
};

function seasons(first: number, ...months: [number, number][]) {
  return Object.fromEntries(months.map((pair, index) => [first + index, pair]));
}

export function seasonSpan(year: number, season: number): Span | null {
  const months = DIVISIONS[season];
  return months ? monthsSpan(year, ...months) : null;
}

/** The span over all spans, in whatever order they stand; null if one is missing. */
export function hull(spans: readonly (Span | null)[]): Span | null {
  const days = spans.flatMap((span) => [span?.start, span?.end]);
  if (!days.every((day) => typeof day === 'string')) return null;
  days.sort(compareDays);
  return { start: days.at(0) ?? null, end: days.at(-1) ?? null };
}

/** What a single date names. Where places are left out, the shape of its span says it. */
export function precisionOf({ values, unspecified }: DateNode, span: Span): Precision {
  if (unspecified) return shapeOf(span);
  return (['year', 'month'] as const)[values.length - 1] ?? 'day';
}

/** The unit of the calendar that a span is exactly; an interval where it is none. */
export function shapeOf({ start, end }: Span): Precision {
  if (!start || !end) return 'interval';
  if (start === end) return 'day';
  const from = numbersOf(start);
  const to = numbersOf(end);
  if (from.day !== 1 || end !== lastDayOf(to.year, to.month)) return 'interval';
  if (from.year === to.year && from.month === to.month) return 'month';
  if (from.month !== 1 || to.month !== 12) return 'interval';
  const years = to.year - from.year + 1;
  if (years === 1) return 'year';
  const isRound = from.year % years === 0 || (to.year <= 0 && to.year % years === 0);
  if (years === 10 && isRound) return 'decade';
  return years === 100 && isRound ? 'century' : 'interval';
}
