import { dateWords } from '../../wording/dates.ts';
import { dayOf, daysBetween, numbersOf, twoDigits } from './calendar.ts';
import { compareDays } from './compare.ts';
import { formatSet, isChoice } from './describe.ts';
import { readEdtf } from './edtf.ts';
import { type Span, shapeOf } from './edtf-span.ts';
import { formatDayOfYear, formatSpan } from './format.ts';
import type { HistoricalDate } from './historical-date.ts';

/** A day of any year. */
export type DayOfYear = { month: number; day: number };

/**
 * What a date has to do with a day of the year: it is certainly that day; it may be, for the reason
 * given; or it is that month and no more is known, which makes no anniversary.
 */
export type Anniversary =
  | { kind: 'certain' }
  | { kind: 'apart'; reason: string }
  | { kind: 'month' };

/** A longer interval says too little of any one day. */
const LONGEST_INTERVAL_DAYS = 31;

/** Whether a day of the year is an anniversary of the date; null if it has nothing to do with it. */
export function anniversaryOf(date: HistoricalDate, day: DayOfYear): Anniversary | null {
  if (isPlainlyAnother(date, day)) return null;
  if (isOneMonth(date))
    return date.start?.slice(-5, -3) === twoDigits(day.month) ? { kind: 'month' } : null;
  const spans = memberSpans(date);
  if (date.precision !== 'interval' && spans.some((span) => isMonth(span, day))) {
    return { kind: 'month' };
  }
  if (!spans.some((span) => holds(span, day))) return null;
  const reason = doubtOf(date);
  return reason ? { kind: 'apart', reason } : { kind: 'certain' };
}

/** The day of the year of a date that is a certain day. */
export function certainDay(date: HistoricalDate): DayOfYear | undefined {
  if (!date.start || date.precision !== 'day') return undefined;
  const { month, day } = numbersOf(date.start);
  const isDoubtful = date.approximate || date.uncertain || date.inferred;
  // So are most, and reckoning takes long.
  if (date.start === date.end && !isDoubtful) return { month, day };
  return anniversaryOf(date, { month, day })?.kind === 'certain' ? { month, day } : undefined;
}

/** What most dates are: another day, or too long a time. Decided without reckoning, because they are many. */
function isPlainlyAnother({ precision, start, end }: HistoricalDate, day: DayOfYear): boolean {
  if (precision === 'year' || precision === 'decade' || precision === 'century') return true;
  const wanted = `-${twoDigits(day.month)}-${twoDigits(day.day)}`;
  return precision === 'day' && start !== null && start === end && !start.endsWith(wanted);
}

const isOneMonth = ({ precision, start, end }: HistoricalDate): boolean =>
  precision === 'month' && start !== null && start.slice(0, -3) === end?.slice(0, -3);

/** Each date of a set; of any other date, its span. */
export const memberSpans = (date: HistoricalDate): readonly Span[] =>
  (date.precision === 'set' && date.edtf && readEdtf(date.edtf)?.members) || [date];

const isMonth = (span: Span, { month }: DayOfYear): boolean =>
  shapeOf(span) === 'month' && span.start !== null && numbersOf(span.start).month === month;

/** Whether a short span has that day, in the year it begins in or the one it ends in. */
function holds({ start, end }: Span, day: DayOfYear): boolean {
  if (!start || !end || daysBetween(start, end) >= LONGEST_INTERVAL_DAYS) return false;
  return [start, end].some((edge) => {
    const that = dayOf({ year: numbersOf(edge).year, month: day.month, day: day.day });
    return that !== null && compareDays(start, that) <= 0 && compareDays(that, end) <= 0;
  });
}

/** Why a date isn't a certain day; empty for one that is. */
function doubtOf(date: HistoricalDate): string {
  const { doubt } = dateWords;
  const reasons = [
    date.precision === 'set' && formatSet(date),
    date.precision !== 'set' && date.precision !== 'day' && doubt.someDayOf(formatSpan(date)),
    date.inferred && doubt.supplied,
    date.approximate && doubt.approximate,
    date.uncertain && !isChoice(date) && doubt.uncertain,
  ];
  return reasons.filter(Boolean).join(', ');
}

/**
 * The days of the year whose documents are shown on a day of `year`: that day, and on 28 February of
 * a year without a 29th those of 29 February too, which `label` says.
 */
export function celebratedDays(day: DayOfYear, year: number): (DayOfYear & { label?: string })[] {
  const leapDay = { month: 2, day: 29 };
  const isEve = day.month === 2 && day.day === 28;
  const isLeapYear = dayOf({ year, ...leapDay }) !== null;
  return isEve && !isLeapYear ? [day, { ...leapDay, label: formatDayOfYear(leapDay) }] : [day];
}

/** What a date has to do with the first of the celebrated days that it has to do with at all. */
export function celebrated(
  date: HistoricalDate,
  days: readonly (DayOfYear & { label?: string })[],
): (Anniversary & { label: string | undefined }) | undefined {
  for (const { label, month, day } of days) {
    const found = anniversaryOf(date, { month, day });
    if (found) return { label, ...found };
  }
  return undefined;
}

/** How many years after the date's first day `year` is; null for a date without one. */
export const yearsBetween = ({ start }: HistoricalDate, year: number): number | null =>
  start ? year - numbersOf(start).year : null;
