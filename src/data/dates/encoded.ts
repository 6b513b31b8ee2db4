import { numbersOf } from './calendar.ts';
import { compareDays } from './compare.ts';
import { readEdtf } from './edtf.ts';
import type { HistoricalDate } from './historical-date.ts';
import { isDualDating } from './printed/dual-dating.ts';
import { qualify } from './qualify.ts';
import { fromEdtf } from './read-printed.ts';
import { obstacleIn } from './unread.ts';

/** A day with a time, as ISO 8601 and databases write it. */
const TIMESTAMP =
  /^([+-]?\d{4,6}-\d\d-\d\d)(?:T|\s+)\d\d(?::?\d\d(?::?\d\d(?:[.,]\d+)?)?)?\s*(?:Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** `1905-10` and `1905-10-16`, with or without a time: a month or a day of the W3C's profile. */
const W3CDTF = /^\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d(?:[T\s].*)?)?$/i;

/**
 * Reads what a format encodes of a date, by EDTF's grammar alone: `1905-10` is a month and `1914-22`
 * a summer, whatever they mean in print. A time of day and its zone are dropped, so the day stays
 * the one that is written.
 * @returns null if it isn't EDTF, names no day of the calendar, or stands for an empty date
 * @see https://www.loc.gov/standards/datetime/
 */
export function readEncoded(text: string): HistoricalDate | null {
  const encoded = withoutTime(text);
  if (obstacleIn(encoded) && !/^-\d{4}$/.test(encoded)) return null;
  const reading = fromEdtf(encoded);
  return reading && { text: encoded, ...reading };
}

/** A time stamp as its day; any other text trimmed. */
export const withoutTime = (text: string): string => text.trim().replace(TIMESTAMP, '$1');

/**
 * A date as Dublin Core and JSON recommend it, in EDTF; undefined for any other text, which is
 * then read as print.
 * @see https://www.w3.org/TR/NOTE-datetime
 */
export const fromW3cdtf = (text: string): string | undefined =>
  W3CDTF.test(text.trim()) && readEncoded(text) ? withoutTime(text) : undefined;

/** Whether two dates have no day in common; one without any day contradicts nothing. */
export function contradict(one: HistoricalDate, other: HistoricalDate): boolean {
  if (one.precision === 'unknown' || other.precision === 'unknown') return false;
  return endsBefore(one, other) || endsBefore(other, one);
}

const endsBefore = ({ end }: HistoricalDate, { start }: HistoricalDate): boolean =>
  end !== null && start !== null && compareDays(end, start) < 0;

/** Whether a day that is printed in both styles is encoded in the old one. */
export function isInOldStyle(encoded: HistoricalDate, printed: HistoricalDate): boolean {
  const days = [encoded, printed].map(({ precision, start }) => precision === 'day' && start);
  const [julian, gregorian] = days.map((day) => (day ? numbersOf(day) : null));
  if (!julian || !gregorian) return false;
  return /[(/]/.test(printed.text) && isDualDating(julian, gregorian);
}

/** The date with the marks that are given added to its own, in its EDTF as well. */
export function withMarks(
  date: HistoricalDate,
  marks: Pick<HistoricalDate, 'approximate' | 'uncertain' | 'inferred'>,
): HistoricalDate {
  const approximate = date.approximate || marks.approximate;
  const uncertain = date.uncertain || marks.uncertain;
  const inferred = date.inferred || marks.inferred;
  if (approximate === date.approximate && uncertain === date.uncertain) {
    return { ...date, inferred };
  }
  const bare = date.edtf?.replaceAll(/[~?%]/g, '') ?? null;
  const reading = bare === null ? null : readEdtf(bare);
  const edtf = bare && reading ? qualify(bare, reading, { approximate, uncertain }) : date.edtf;
  return { ...date, edtf, approximate, uncertain, inferred };
}
