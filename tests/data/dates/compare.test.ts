import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/data/dates/calendar.ts';
import { compareDates, compareDays, overlaps } from '../../../src/data/dates/compare.ts';
import type { HistoricalDate } from '../../../src/data/dates/historical-date.ts';
import { parseDate } from '../../../src/data/dates/parse.ts';
import { READABLE, UNDATED, UNREADABLE } from './printed-forms.ts';

const read = (text: string): HistoricalDate => parseDate(text).date;

test('days before the year 0 and after 9999 have their place', () => {
  const inOrder = ['-000044-03-15', '-000043-01-01', '-000043-12-31', '0000-02-29', '0962-01-01'];
  inOrder.push('1962-10-16', '9999-12-31', '+010000-01-01');
  expect(inOrder.toReversed().sort(compareDays)).toEqual(inOrder);
});

describe('the order of dates', () => {
  test('first day, exact before partial, narrow before wide, certain before doubtful', () => {
    const inOrder = [
      'before 44 BC',
      '44 BC',
      '1961',
      'until 31 December 1961',
      '1 January 1962',
      '[1 January 1962]',
      '1–5 January 1962',
      'January 1962',
      '1962',
      'c. 1962',
      '1962-1964',
      '1960s',
      'since 1962',
      '2 January 1962',
      'February 1962',
      'undated',
    ];
    const expected = inOrder.filter((text) => text !== '1960s');
    expected.splice(2, 0, '1960s');
    const sorted = expected.toReversed().map(read).sort(compareDates);
    expect(sorted.map(({ text }) => text)).toEqual(expected);
  });

  test('it is total: every list of dates has one order', () => {
    const dates = [
      ...READABLE.map(([text]) => text),
      ...UNREADABLE.map(([text]) => text),
      ...UNDATED,
    ];
    const some = fc.shuffledSubarray(dates.map(read), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(some, ([a, b, c]) => {
        if (!a || !b || !c) return;
        expect(Math.sign(compareDates(a, b))).toBe(-Math.sign(compareDates(b, a)));
        expect(compareDates(a, b)).not.toBe(0);
        const [first, second, third] = [a, b, c].sort(compareDates);
        if (first && second && third) expect(compareDates(first, third)).toBeLessThan(0);
      }),
    );
  });
});

describe('overlap', () => {
  test.each([
    ['October 1962', '1962-10-31', '1962-11-30', true],
    ['October 1962', '1962-11-01', undefined, false],
    ['October 1962', undefined, '1962-09-30', false],
    ['before 1950', '1949-12-31', undefined, true],
    ['before 1950', '1950-01-01', undefined, false],
    ['after 1960', undefined, '1960-12-31', false],
    ['after 1960', '1999-01-01', '1999-12-31', true],
    ['44 BC', '-000043-06-01', '1962-01-01', true],
    ['undated', undefined, undefined, true],
    ['undated', '0001-01-01', undefined, false],
    ['undated', undefined, '9999-12-31', false],
  ])('%s and %s to %s: %s', (text, from, to, expected) => {
    expect(overlaps(read(text), { from, to })).toBe(expected);
  });

  test('is to have a day in common', () => {
    const days = Array.from({ length: 12 }, (_, days) => addDays('1999-12-26', days));
    const place = fc.option(fc.nat(days.length - 1), { nil: undefined });
    fc.assert(
      fc.property(place, place, place, place, (start, end, from, to) => {
        fc.pre((start ?? 0) <= (end ?? 99) && (from ?? 0) <= (to ?? 99));
        const has =
          (first = 0, last = days.length) =>
          (_: string, at: number) =>
            first <= at && at <= last;
        const common = days
          .filter(has(start, end))
          .filter((day) => days.filter(has(from, to)).includes(day));
        const at = (index: number | undefined) => (index === undefined ? undefined : days[index]);
        const date = { ...read('../1950'), start: at(start) ?? null, end: at(end) ?? null };
        expect(overlaps(date, { from: at(from), to: at(to) })).toBe(common.length > 0);
      }),
    );
  });
});
