import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** The moment on the clock of a zone. */
export const clockIn = (timeZone: string, moment: Date | string) => dayjs(moment).tz(timeZone);
