import { applyConvention, type Convention, NO_CONVENTION } from './convention.ts';
import type { HistoricalDate } from './historical-date.ts';
import { fromEdtf, type Reading, readPrinted, toReading } from './read-printed.ts';
import { isUndated } from './undated.ts';
import { NO_CENTURY, obstacleIn, placeholderIn, reasonFor } from './unread.ts';

const UNKNOWN: Reading = {
  edtf: null,
  start: null,
  end: null,
  precision: 'unknown',
  approximate: false,
  uncertain: false,
  inferred: false,
};

/**
 * Reads the date of a record, in any printed form. It never throws: what can't be read keeps its
 * text, trimmed, with `precision` unknown, and `problem` says in words why. A record without a date
 * has no problem. A day that isn't in the calendar is never shifted to one that is.
 * @param convention how the source's other dates are written, for figures that can mean several dates
 */
export function parseDate(
  text: string,
  convention: Convention = NO_CONVENTION,
): { date: HistoricalDate; problem: string | null } {
  const printed = text.trim();
  if (isUndated(printed)) return { date: { text: printed, ...UNKNOWN }, problem: null };
  const settled = applyConvention(printed, convention);
  // Written out, 00/00/00 would be a year.
  const obstacle = placeholderIn(printed) ?? obstacleIn(settled);
  const reading = obstacle ? null : readRecord(settled);
  if (reading) return { date: { text: printed, ...reading }, problem: null };
  // What lacks its century is one of several dates; what can't be read is none.
  const uncertain = obstacle === NO_CENTURY;
  const problem = obstacle ?? reasonFor(settled);
  return { date: { text: printed, ...UNKNOWN, uncertain }, problem };
}

function readRecord(text: string): Reading | null {
  // In EDTF a month, in a finding aid perhaps two years: 1810-12.
  // So is "?-1962", which EDTF takes for a doubtful year before our era.
  const isPrinted = /^(?:\d{4}-\d\d[?~%]?$|[?~%])/.test(text);
  const edtf = isPrinted ? null : fromEdtf(text);
  if (edtf) return edtf;
  const printed = readPrinted(text);
  return printed ? toReading(printed) : fromEdtf(text);
}
