import { expect, test } from 'vitest';
import { workbookDay } from '../../../../src/data/import/table/workbook-day.ts';

/** What a reader makes of Excel's count of days, in UTC. */
const counted = (days: number) => new Date(Date.UTC(1899, 11, 30) + days * 24 * 60 * 60 * 1000);

/** Days by their numbers, as Excel itself shows them. */
test.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [60, '1900-02-29'],
  [61, '1900-03-01'],
  [22935, '1962-10-16'],
  [22935.75, '1962-10-16'],
  [0.5, '12:00'],
])('day %d of a workbook is %s', (days, day) => {
  expect(workbookDay(counted(days))).toBe(day);
});
