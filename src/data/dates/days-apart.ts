import { daysBetween } from './calendar.ts';
import type { Day, HistoricalDate } from './historical-date.ts';

/**
 * Days between a date and a span at least, 0 where they overlap; what is left out of the span is
 * open. Null for a date that has not both its ends.
 */
export function daysApart(
  { start, end }: Pick<HistoricalDate, 'start' | 'end'>,
  { from, to }: { from?: Day | undefined; to?: Day | undefined },
): number | null {
  if (!start || !end) return null;
  return Math.max(0, from ? daysBetween(end, from) : 0, to ? daysBetween(to, start) : 0);
}
