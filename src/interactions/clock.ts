import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { AccessDay } from '../data/citations/csl-item.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

/** The moment on the clock of a zone. */
export const clockIn = (timeZone: string, moment: Date | string) => dayjs(moment).tz(timeZone);

/** The day on which a link is given out: today on the archive's clock. */
export function today({ timeZone, now }: { timeZone: string; now(): Date }): AccessDay {
  const clock = clockIn(timeZone, now());
  return [clock.year(), clock.month() + 1, clock.date()];
}
