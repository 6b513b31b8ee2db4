import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** From here on, Excel's count of days and the calendar agree. */
const AGREED = Date.UTC(1900, 2, 1);
/** A day of the count that the calendar doesn't have. */
const LEAP = Date.UTC(1900, 1, 28);
/** The count's day before its first: a time of day without a day. */
const NO_DAY = Date.UTC(1899, 11, 30);
const DAY = 24 * 60 * 60 * 1000;

/**
 * The day that a workbook's cell means, as `1962-10-16`; a time of day alone as `14:30`. Excel counts
 * a 29 February 1900 that never was, so that its days before it come one too early.
 * @param read what the count gives in UTC, as if it had no such day
 * @see https://learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year
 */
export function workbookDay(read: Date): string {
  const time = read.getTime();
  if (time >= AGREED) return dayjs.utc(read).format('YYYY-MM-DD');
  if (time >= LEAP) return '1900-02-29';
  if (time >= NO_DAY && time < NO_DAY + DAY) return dayjs.utc(read).format('HH:mm');
  return dayjs.utc(read).add(1, 'day').format('YYYY-MM-DD');
}
