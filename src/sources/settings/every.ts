import { z } from 'zod';

const MINUTE_MS = 60_000;
const UNITS: Readonly<Record<string, number>> = {
  minute: MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 24 * 60 * MINUTE_MS,
  week: 7 * 24 * 60 * MINUTE_MS,
};
const ALONE: Readonly<Record<string, string>> = { hourly: 'hour', daily: 'day', weekly: 'week' };

/** No source is asked more often. */
const SHORTEST_MS = 5 * MINUTE_MS;
/** A month or more is seldom enough to be asked for by hand; and timers have an end. */
const LONGEST_MS = 366 * 24 * 60 * MINUTE_MS;

/**
 * How often something is done, in milliseconds: `15 minutes`, `6 hours`, `1 day`, `2 weeks`, or `hourly`,
 * `daily`, `weekly`. Undefined for anything else.
 */
export function readInterval(text: string): number | undefined {
  const [, count, unit = ''] =
    /^(?:every )?(?:(\d{1,5}) )?([a-z]+)$/.exec(text.trim().toLowerCase()) ?? [];
  if (count === undefined) return UNITS[ALONE[unit] ?? ''];
  const length = UNITS[unit.replace(/s$/, '')];
  return length && Number(count) * length;
}

/** An interval in a settings file, in milliseconds. */
export const Interval = z.string().transform((text, context) => {
  const interval = readInterval(text);
  if (interval === undefined) {
    context.addIssue(
      `"${text}" is not an interval; use one such as 15 minutes, 6 hours, daily, 2 days or weekly`,
    );
    return z.NEVER;
  }
  if (interval < SHORTEST_MS || interval > LONGEST_MS) {
    context.addIssue(`"${text}" is not between 5 minutes and a year`);
    return z.NEVER;
  }
  return interval;
});
