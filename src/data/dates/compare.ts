import type { Day, HistoricalDate } from './historical-date.ts';

/** Orders two days: negative where `a` is earlier. Days of any year, those BCE too. */
export function compareDays(a: Day, b: Day): number {
  const [yearA, yearB] = [Number(a.slice(0, -6)), Number(b.slice(0, -6))];
  if (yearA !== yearB) return yearA - yearB;
  return compareText(a.slice(-6), b.slice(-6));
}

/** By code units: the same everywhere, whatever the machine's language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Whether a date can be placed nowhere. */
export const hasNoDay = ({ start, end }: HistoricalDate): boolean => !start && !end;

/**
 * Whether a date can fall into a span, its ends included; what is left out of the span is open. So
 * is a null `start` or `end` of the date, unless nothing at all is known of it: such a date overlaps
 * only the span without ends.
 */
export function overlaps(
  { start, end, precision }: HistoricalDate,
  { from, to }: { from?: Day | undefined; to?: Day | undefined },
): boolean {
  if (!from && !to) return true;
  if (!start && !end && precision === 'unknown') return false;
  return (
    !(from && end && compareDays(end, from) < 0) && !(to && start && compareDays(start, to) > 0)
  );
}

/**
 * The order of a list of dates: by first day. Of the same first day the exact dates come before the
 * partial ones, narrow before wide, and the certain before the doubtful. A date without a first day
 * stands at its last one; what has neither comes last. 0 only for dates that are alike.
 */
export function compareDates(a: HistoricalDate, b: HistoricalDate): number {
  return (
    compareEnds(a.start ?? a.end, b.start ?? b.end) ||
    Number(a.start === null) - Number(b.start === null) ||
    compareEnds(a.end, b.end) ||
    doubt(a) - doubt(b) ||
    compareText(a.text, b.text) ||
    compareText(a.edtf ?? '', b.edtf ?? '') ||
    compareText(a.precision, b.precision) ||
    compareText(doubts(a), doubts(b))
  );
}

/** Orders two days of which either may be missing, the missing one last. */
function compareEnds(a: Day | null, b: Day | null): number {
  if (a && b) return compareDays(a, b);
  return Number(!a) - Number(!b);
}

const doubt = ({ approximate, uncertain, inferred }: HistoricalDate): number =>
  Number(approximate) + Number(uncertain) + Number(inferred);

const doubts = ({ approximate, uncertain, inferred }: HistoricalDate): string =>
  [approximate, uncertain, inferred].join();
