import { Temporal } from 'temporal-polyfill';
import type { Subscription } from '../store/tables/subscriptions.ts';

/** A time of day on a zone's clock. */
type Daily = Pick<Subscription, 'time' | 'zone'>;

/** One day's post: the local day, `YYYY-MM-DD`, and the moment at which it is due. */
export type Run = { day: string; at: Date };

/** The last time at or before a moment. */
export const lastRun = (daily: Daily, now: Date): Run =>
  runsOf(daily, now, [1, 0, -1, -2]).find(({ at }) => at <= now) as Run;

/** The first time after a moment. */
export const nextRun = (daily: Daily, now: Date): Run =>
  runsOf(daily, now, [-1, 0, 1, 2]).find(({ at }) => at > now) as Run;

/**
 * The times of the days around a moment: today's is 0. Every local day has one: a time that comes twice
 * is due the first time, one that a clock change leaves out is due as much later as the clock is put
 * forward (RFC 5545, 3.3.5), in Nuuk after midnight. So yesterday's may be still to come, and where the
 * clock is put back over midnight tomorrow's may be past.
 */
function* runsOf(
  { time, zone }: Daily,
  now: Date,
  distances: readonly number[],
): Generator<Run, undefined> {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  const plainTime = Temporal.PlainTime.from(time);
  for (const days of distances) {
    const day = today.add({ days });
    const { epochMilliseconds } = day.toZonedDateTime({ timeZone: zone, plainTime });
    yield { day: day.toString(), at: new Date(epochMilliseconds) };
  }
}

/** `9:05` as `09:05`; undefined for what isn't a time of day. */
export function readTime(typed: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(typed.trim()) ?? [];
  const isTime = hour !== '' && Number(hour) < 24 && Number(minute) < 60;
  return isTime ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}
