import { dayOf } from './calendar.ts';
import { foldLetters } from './calendar-names.ts';
import { MONTH_NAMES } from './months.ts';
import { formatNumbers } from './print.ts';
import { readPrinted } from './read-printed.ts';

/** A year of two figures: `5/6/63`, `16-Oct-62`, `May '63`, `60s`. */
const SHORT_YEAR = new RegExp(
  String.raw`(?<!\d[-/.]?)\d{1,2}([-/.])\s?\d{1,2}\1\s?\d{2}(?!\d)|^['‘’]?\d0s$|['‘’]\d\d$|^(?:\d{1,2}[-./\s]\s?(?:${MONTH_NAMES})\.?[-./\s]\s?|(?:${MONTH_NAMES})\.?(?:-|\s\d{1,2},\s?))\d\d$`,
);

/** Why a date stays unread whose year leaves out the century. */
export const NO_CENTURY = 'a year of two figures can be of any century';

/** What keeps a printed date from being read, though a reading could be forced on it. */
export function obstacleIn(text: string): string | null {
  const folded = foldLetters(text);
  if (isPlaceholder(folded)) return 'it stands for a date nobody knew';
  if (/^[-–—]\s?[1-9]\d{3}$/.test(text)) {
    return 'it is either a year BCE or an interval without a beginning';
  }
  if (SHORT_YEAR.test(folded) && !/(?<!\d)\d{4}(?!\d)/.test(folded)) {
    return NO_CENTURY;
  }
  return null;
}

/**
 * What databases and spreadsheets print for an empty date: the year 0000, 9999 or 1, a single digit
 * all through, the day 0 of January 1900.
 */
const isPlaceholder = (text: string): boolean =>
  (/(?<!\d)(?:0000|9999)(?!\d)/.test(text) && !/(?<!\d)(?!0000|9999)[1-9]\d{3}(?!\d)/.test(text)) ||
  /^(?:0001-01-01|0?1\/0?1\/0001|11\/11\/1111|1111-11-11|0{1,2}\/0{1,2}\/00)\b/.test(text) ||
  /^(?:0?1\/0{1,2}\/1900|1900-01-00|0-jan-(?:19)?00|january 0, 1900)\b/.test(text);

/** Why a printed date wasn't read. */
export function reasonFor(text: string): string {
  const edtf = readPrinted(text)?.edtf;
  if (edtf) return faultIn(edtf);
  return /\d{4}|\d0'?s/.test(text)
    ? 'it is in no form of a date known here'
    : 'it names no year of four figures';
}

/** What is wrong with an EDTF text that is no stretch of the calendar. */
function faultIn(edtf: string): string {
  for (const [, ...figures] of edtf.matchAll(/(-?\d{4})-(\d\d)(?:-(\d\d))?/g)) {
    const [year = 0, month = 0, day = 1] = figures.map((figure) => Number(figure ?? 1));
    if (month < 1 || month > 12) return `there is no month ${month}`;
    if (!dayOf({ year, month, day })) return `there is no ${formatNumbers({ year, month, day })}`;
  }
  return 'it ends before it begins';
}
