import { celebrated, celebratedDays, type DayOfYear } from '../../data/dates/anniversary.ts';
import type { HistoricalDate } from '../../data/dates/historical-date.ts';
import { dayOfKey, keyOf, nearestDays } from '../../data/dates/nearest-days.ts';
import { type DateIndex, standingAt } from './date-index.ts';

/** What a corpus has for one day of the year, each list oldest first; documents by their ordinals. */
export type Anniversaries = {
  /** Dated certainly to the day. `label` says why another day's document is shown. */
  certain: readonly { ordinal: number; label?: string | undefined }[];
  /** Perhaps of the day, with the reason for the doubt. */
  apart: readonly { ordinal: number; reason: string }[];
  /** How many are dated to the month alone: no anniversaries. */
  monthOnly: number;
};

/** The documents for a day of the year, as celebrated in `year` (see `celebratedDays`). */
export function anniversariesOn(
  dates: DateIndex,
  dateOf: (ordinal: number) => HistoricalDate,
  day: DayOfYear,
  year: number,
): Anniversaries {
  const days = celebratedDays(day, year);
  const candidates = new Set([
    ...days.flatMap((one) => dates.certain.get(keyOf(one)) ?? []),
    ...days.flatMap(({ month }) => dates.doubtful.get(month) ?? []),
  ]);
  const oldestFirst = [...candidates].sort((a, b) => a - b);
  const found = standingAt(dates, oldestFirst).flatMap((ordinal) => {
    const is = celebrated(dateOf(ordinal), days);
    return is ? [{ ordinal, ...is }] : [];
  });
  const months = new Set(days.map(({ month }) => month));
  return {
    certain: found.filter(({ kind }) => kind === 'certain'),
    apart: found.flatMap(({ ordinal, ...is }) =>
      is.kind === 'apart' ? [{ ordinal, reason: is.reason }] : [],
    ),
    monthOnly: [...months].reduce((sum, month) => sum + ofMonth(dates, month).length, 0),
  };
}

/** Where those stand that are dated to a month without a day, oldest first. */
export const ofMonth = (dates: DateIndex, month: number): readonly number[] =>
  dates.monthOnly.get(month) ?? [];

/** The nearest days of the year, before and after, that have certain anniversaries, oldest first. */
export function nearestAnniversaries(dates: DateIndex, day: DayOfYear) {
  const { certain } = dates;
  const { before, after } = nearestDays(certain.keys(), day);
  const at = (key: number | undefined) =>
    key === undefined
      ? undefined
      : { ...dayOfKey(key), ordinals: standingAt(dates, certain.get(key) ?? []) };
  return { before: at(before), after: at(after) };
}
