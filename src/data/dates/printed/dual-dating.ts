import { dayOf, daysBetween } from '../calendar.ts';
import type { Part } from './part.ts';

/**
 * Whether the second day is the first one's in the Gregorian calendar, the first taken as Julian:
 * `November 9–21, 1894` is rather one day in two calendars than a dozen days. The gap is 10 days
 * from 1582, 11 from March 1700, 12 from March 1800, 13 from March 1900 (Julian dates).
 */
export function isDualDating(julian: Part, gregorian: Part): boolean {
  const { year = 0, month = 0 } = julian;
  const [from, to] = [julian, gregorian].map(wholeDay);
  if (!from || !to || year < 1582) return false;
  // The leap days that the Gregorian calendar leaves out fall at the end of February.
  const century = Math.floor((month > 2 ? year : year - 1) / 100);
  return daysBetween(from, to) === century - Math.floor(century / 4) - 2;
}

const wholeDay = ({ year, month, day }: Part) =>
  year === undefined || month === undefined || day === undefined
    ? null
    : dayOf({ year, month, day });
