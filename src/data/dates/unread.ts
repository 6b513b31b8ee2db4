import { unreadDateWords as words } from '../../wording/dates.ts';
import { dayOf } from './calendar.ts';
import { formatNumbers } from './format.ts';
import { readPrinted } from './read-printed.ts';
import { lacksCentury } from './short-year.ts';

/** Why a date stays unread whose year leaves out the century. */
export const NO_CENTURY = words.noCentury;

/** Says so where a text is what programs print for an empty date. */
export const placeholderIn = (text: string): string | null =>
  isPlaceholder(text.toLowerCase()) ? words.placeholder : null;

/** What keeps a printed date from being read, though a reading could be forced on it. */
export function obstacleIn(text: string): string | null {
  const placeholder = placeholderIn(text);
  if (placeholder) return placeholder;
  if (/^[-–—]\s?[1-9]\d{3}$/.test(text)) {
    return words.yearOrInterval;
  }
  return lacksCentury(text) ? NO_CENTURY : null;
}

/**
 * What databases and spreadsheets print for an empty date: the year 0000, 9999 or 1, a single digit
 * all through, the day 0 of January 1900.
 */
const isPlaceholder = (text: string): boolean =>
  (/(?<!\d)(?:0000|9999)(?!\d)/.test(text) && !/(?<!\d)(?!0000|9999)[1-9]\d{3}(?!\d)/.test(text)) ||
  /^(?:0001-01-01|0?1\/0?1\/0001|11\/11\/1111|1111-11-11|99[-/.]99[-/.]99|00?([-/.])00?\1(?:00)?)(?!\d)/.test(
    text,
  ) ||
  /^(?:0?1\/0{1,2}\/1900|1900-01-00|0-jan-(?:19)?00|january 0, 1900)\b/.test(text);

/** Why a printed date wasn't read. */
export function reasonFor(text: string): string {
  const edtf = readPrinted(text)?.edtf;
  if (edtf) return problemIn(edtf);
  return /\d{4}|\d0'?s/.test(text) ? words.unknownForm : words.noYear;
}

/** What is wrong with an EDTF text that isn't a span of the calendar. */
function problemIn(edtf: string): string {
  for (const [, ...figures] of edtf.matchAll(/(-?\d{4})-(\d\d)(?:-(\d\d))?/g)) {
    const [year = 0, month = 0, day = 1] = figures.map((figure) => Number(figure ?? 1));
    if (month < 1 || month > 12) return words.noMonth(month);
    if (!dayOf({ year, month, day })) return words.noDay(formatNumbers({ year, month, day }));
  }
  return words.endsFirst;
}
