import { z } from 'zod';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:m|min|mins|minutes?)$/, MINUTE_MS],
  [/^(?:h|hours?)$/, HOUR_MS],
  [/^(?:d|days?)$/, DAY_MS],
  [/^(?:w|weeks?)$/, 7 * DAY_MS],
];
const ALONE = new Map([
  ['hourly', HOUR_MS],
  ['daily', DAY_MS],
  ['weekly', 7 * DAY_MS],
]);

/** No source is asked more often. */
const SHORTEST_MS = 5 * MINUTE_MS;
/** A month or more is seldom enough to be asked for by hand; and timers have an end. */
const LONGEST_MS = 366 * 24 * 60 * MINUTE_MS;

/**
 * How often something is done, in milliseconds: `15 minutes`, `6 hours`, `1 day`, `2 weeks`, `6h`, or
 * `hourly`, `daily`, `weekly`. Undefined for anything else.
 */
export function readInterval(text: string): number | undefined {
  const [, count, unit = ''] =
    /^(?:every )?(?:(\d{1,5}) ?)?([a-z]+)$/.exec(text.trim().toLowerCase()) ?? [];
  if (count === undefined) return ALONE.get(unit);
  const [, length] = UNITS.find(([name]) => name.test(unit)) ?? [];
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
