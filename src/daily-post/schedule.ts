import { Temporal } from 'temporal-polyfill';
import type { Subscription } from '../store/tables/subscriptions.ts';

/** A time of day on a zone's clock. */
type Daily = Pick<Subscription, 'time' | 'zone'>;

/** One day's post: the local day, `YYYY-MM-DD`, and the moment at which it is due. */
export type Run = { day: string; at: Date };

/** The last time at or before a moment. */
export const lastRun = (daily: Daily, now: Date): Run => {
  const runs = runsAround(daily, now).filter(({ at }) => at <= now);
  return runs.at(-1) as Run;
};

/** The first time after a moment. */
export const nextRun = (daily: Daily, now: Date): Run =>
  runsAround(daily, now).find(({ at }) => at > now) as Run;

/**
 * The times of the days around a moment, in order. Every local day has one: a time that comes twice is
 * due the first time, one that a clock change leaves out is due as much later as the clock is put
 * forward (RFC 5545, 3.3.5), in Nuuk after midnight.
 */
const runsAround = ({ time, zone }: Daily, now: Date): Run[] => {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  return [-2, -1, 0, 1, 2].map((days) => {
    const day = today.add({ days });
    const { epochMilliseconds } = day.toZonedDateTime({ timeZone: zone, plainTime: time });
    return { day: day.toString(), at: new Date(epochMilliseconds) };
  });
};

/** `9:05` as `09:05`; undefined for what isn't a time of day. */
export function readTime(typed: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(typed.trim()) ?? [];
  const isTime = hour !== '' && Number(hour) < 24 && Number(minute) < 60;
  return isTime ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}
