import type { HistoricalDate } from './historical-date.ts';
import { fromEdtf, type Reading, readPrinted, toReading } from './read-printed.ts';
import { isUndated } from './undated.ts';
import { obstacleIn, reasonFor } from './unread.ts';

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
 */
export function parseDate(text: string): { date: HistoricalDate; problem: string | null } {
  const printed = text.trim();
  if (isUndated(printed)) return { date: { text: printed, ...UNKNOWN }, problem: null };
  const obstacle = obstacleIn(printed);
  const reading = obstacle ? null : readRecord(printed);
  return reading
    ? { date: { text: printed, ...reading }, problem: null }
    : { date: { text: printed, ...UNKNOWN }, problem: obstacle ?? reasonFor(printed) };
}

function readRecord(text: string): Reading | null {
  // In EDTF a month, in a finding aid perhaps two years: 1810-12.
  const isPrinted = /^\d{4}-\d\d[?~%]?$/.test(text);
  const edtf = isPrinted ? null : fromEdtf(text);
  if (edtf) return edtf;
  const printed = readPrinted(text);
  return printed ? toReading(printed) : fromEdtf(text);
}
