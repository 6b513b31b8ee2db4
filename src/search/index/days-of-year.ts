import { anniversaryOf, certainDay, memberSpans } from '../../data/dates/anniversary.ts';
import { daysBetween, numbersOf } from '../../data/dates/calendar.ts';
import type { HistoricalDate } from '../../data/dates/historical-date.ts';

/** What documents have to do with days of the year, by ordinal. */
export type DaysOfYear = {
  /** The day to which each is certainly dated, as month · 100 + day; 0 for none. */
  certain: Uint16Array;
  /**
   * A bit for each month to which it is dated without a day, from the lowest bit on, then one for each
   * month that has a day to which it may be dated otherwise.
   */
  months: Uint32Array;
};

/** No longer span has anniversaries. */
const LONGEST_DAYS = 31;

export const monthBit = (month: number): number => 1 << (month - 1);
export const doubtfulBit = (month: number): number => 1 << (month + 11);

/** What a date has to do with days of the year, in the form of the columns. */
export function daysOfYear(date: HistoricalDate): { certain: number; months: number } {
  const day = certainDay(date);
  const certain = day ? day.month * 100 + day.day : 0;
  let months = 0;
  for (const month of day && date.start === date.end ? [] : monthsOf(date)) {
    const isMonth = anniversaryOf(date, { month, day: 1 })?.kind === 'month';
    months |= isMonth ? monthBit(month) : doubtfulBit(month);
  }
  return { certain, months };
}

/** The months of which a date may name a day, or which it names itself. */
function monthsOf(date: HistoricalDate): ReadonlySet<number> {
  const months = new Set<number>();
  for (const { start, end } of memberSpans(date)) {
    if (!start || !end || daysBetween(start, end) > LONGEST_DAYS) continue;
    const { month: until } = numbersOf(end);
    let { month } = numbersOf(start);
    while (months.add(month) && month !== until) month = (month % 12) + 1;
  }
  return months;
}
