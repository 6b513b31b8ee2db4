import { dayOf } from './calendar.ts';
import { formatNumbers } from './print.ts';
import { readPrinted } from './read-printed.ts';

/** What keeps a printed date from being read, though a reading could be forced on it. */
export function obstacleIn(text: string): string | null {
  if (/(?<!\d)0000(?!\d)/.test(text) && !/(?<!\d)(?!0000)\d{4}(?!\d)/.test(text)) {
    return 'the year 0000 stands for a date nobody knew';
  }
  if (/^[-–—]\s?[1-9]\d{3}$/.test(text)) {
    return 'it is either a year BCE or an interval without a beginning';
  }
  if (/(?<!\d[-/.]?)\d{1,2}([-/.])\d{1,2}\1\d{2}(?!\d)/.test(text)) {
    return 'a year of two figures can be of any century';
  }
  return null;
}

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
