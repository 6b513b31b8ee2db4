import { dateFromSerial, format, getFormatDateInfo, isDateFormat } from 'numfmt';

/** How many days the count that begins in 1900 is ahead of the one that begins in 1904. */
const FROM_1900_TO_1904 = 1462;
/** The last moment that workbooks have, the end of 31 December 9999. */
const LAST = 2_958_465.999;

/**
 * What a cell with a number means. A date is given as far as its format shows it: `1962-10-16`,
 * `1962-10` for `mmm-yy`, `1962`; without its year it stays as it is shown, and so does a time of day.
 * Days are counted as workbooks count them, with a 29 February 1900 that never was.
 * @param pattern the cell's number format; undefined for a plain number
 * @see https://learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year
 */
export function formatNumber(
  value: number,
  pattern: string | undefined,
  isFrom1904: boolean,
): string {
  if (!pattern || !isDateFormat(pattern)) return String(value);
  const { year, month, day, hours, minutes, seconds } = getFormatDateInfo(pattern);
  const serial = isFrom1904 ? value + FROM_1900_TO_1904 : value;
  if (!year) return formatCell(hours || minutes || seconds ? value : serial, pattern);
  const calendar = value >= 0 && serial >= 1 && serial <= LAST ? dateFromSerial(serial) : null;
  // Below its first day the count has times of day only.
  if (!calendar)
    return hours && value >= 0 && value < 1 ? formatCell(value, 'hh:mm') : String(value);
  const parts = [digits(calendar[0], 4)];
  if (month || day) parts.push(digits(calendar[1], 2));
  if (day) parts.push(digits(calendar[2], 2));
  const date = parts.join('-');
  const isTimed = day && hours && serial % 1 > 0;
  return isTimed ? `${date} ${formatCell(serial % 1, 'hh:mm')}` : date;
}

const digits = (number: number, count: number): string => String(number).padStart(count, '0');

const formatCell = (value: number, pattern: string): string =>
  format(pattern, value, { throws: false });
