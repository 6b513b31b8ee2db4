import { describe, expect, test } from 'vitest';
import {
  anniversaryOf,
  celebratedDays,
  yearsBetween,
} from '../../../src/data/dates/anniversary.ts';
import { parseDate } from '../../../src/data/dates/parse.ts';

const on = (text: string, month: number, day: number) =>
  anniversaryOf(parseDate(text).date, { month, day });
const apart = (reason: string) => ({ kind: 'apart', reason });

describe('an anniversary', () => {
  test('is certain only of a certain day', () => {
    expect(on('October 16, 1962—3 p.m.', 10, 16)).toEqual({ kind: 'certain' });
    expect(on('October 16, 1962', 10, 17)).toBeNull();
    expect(on('October 16, 1962', 9, 16)).toBeNull();
  });

  test.each([
    ['[16 October 1962]', 'a date supplied by the archive'],
    ['16 October 1962?', 'an uncertain date'],
    ['ca. 16 October 1962', 'circa'],
    ['[16 October 1962?]', 'a date supplied by the archive, an uncertain date'],
    ['14–20 October 1962', 'some day of 14 to 20 October 1962'],
    ['October 4 and 16, 1962', '4 and 16 October 1962'],
    ['October 16 [17], 1962', '16 or 17 October 1962, a date supplied by the archive'],
    [
      '16 October, 1961 [1962]',
      '16 October 1961 or 16 October 1962, a date supplied by the archive',
    ],
    ['October 9–21, 1894', 'some day of 9 to 21 October 1894, an uncertain date'],
  ])('of %s is a perhaps', (text, reason) => expect(on(text, 10, 16)).toEqual(apart(reason)));

  test('holds every day of a short interval, across the end of a year too', () => {
    const text = 'December 30, 1962–January 2, 1963';
    const reason = apart('some day of 30 December 1962 to 2 January 1963');
    expect(on(text, 12, 30)).toEqual(reason);
    expect(on(text, 1, 2)).toEqual(reason);
    expect(on(text, 1, 3)).toBeNull();
    expect(on(text, 6, 1)).toBeNull();
  });

  test('a set has its own days, not those between', () => {
    expect(on('November 4 and 6, 1863', 11, 5)).toBeNull();
  });

  test('an interval of more than 31 days says too little', () => {
    expect(on('1962-10-01/1962-10-31', 10, 16)).toEqual(apart('some day of 1 to 31 October 1962'));
    expect(on('1962-10-01/1962-11-01', 10, 16)).toBeNull();
  });

  test('a month is none', () => {
    expect(on('October 1962', 10, 16)).toEqual({ kind: 'month' });
    expect(on('[October 1962?]', 10, 1)).toEqual({ kind: 'month' });
    expect(on('October 1962', 11, 1)).toBeNull();
  });

  test.each(['1962', '1960s', 'before 1950', 'winter 1962', 'undated'])('%s has none', (text) =>
    expect(on(text, 1, 1)).toBeNull(),
  );
});

describe('29 February', () => {
  const leapDay = { month: 2, day: 29 };
  const eve = { month: 2, day: 28 };

  test('is shown with 28 February in years without it', () => {
    expect(celebratedDays(eve, 2023)).toEqual([eve, { ...leapDay, label: '29 February' }]);
    expect(celebratedDays(eve, 1900)).toHaveLength(2);
    expect(celebratedDays(eve, 2024)).toEqual([eve]);
  });

  test('is shown in any year to those who ask for it', () => {
    expect(celebratedDays(leapDay, 2023)).toEqual([leapDay]);
    expect(celebratedDays(leapDay, 2024)).toEqual([leapDay]);
    expect(on('29 February 1964', 2, 29)).toEqual({ kind: 'certain' });
    expect(on('26 February–3 March 1964', 2, 29)).toEqual(
      apart('some day of 26 February to 3 March 1964'),
    );
    expect(on('26 February–3 March 1963', 2, 29)).toBeNull();
  });
});

test('years ago are whole years, and count no year 0 between 1 BCE and 1 CE', () => {
  expect(yearsBetween(parseDate('16 October 1962').date, 2026)).toBe(64);
  expect(yearsBetween(parseDate('15 March 44 BCE').date, 1)).toBe(44);
  expect(yearsBetween(parseDate('undated').date, 2026)).toBeNull();
});
