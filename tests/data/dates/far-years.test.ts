import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf, daysBetween } from '../../../src/data/dates/calendar.ts';
import { Day } from '../../../src/data/dates/historical-date.ts';

const aYear = fc.integer({ min: -(10 ** 10), max: 10 ** 10 });
const aDay = fc.tuple(aYear, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));

test('days of any year are counted as those of our own', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: -10_000, max: 10_000 }), ([year, month, day], days) => {
      const from = dayOf({ year, month, day }) ?? '';
      const to = addDays(from, days);
      expect(Day.safeParse(from).success && Day.safeParse(to).success).toBe(true);
      expect(daysBetween(from, to)).toBe(days);
    }),
  );
});

test.each([
  [300_000, '+300000-02-29'],
  [300_100, null],
  [-170_000_000, '-170000000-02-29'],
])('29 February of the year %d', (year, day) => {
  expect(dayOf({ year, month: 2, day: 29 })).toBe(day);
});

test('a day beyond all reckoning is none', () => {
  expect(dayOf({ year: 10 ** 12, month: 1, day: 1 })).toBeNull();
});
