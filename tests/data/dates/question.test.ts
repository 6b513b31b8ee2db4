import { describe, expect, test } from 'vitest';
import { describeSpan } from '../../../src/data/dates/describe.ts';
import { readDateQuestion, readDayOfYear } from '../../../src/data/dates/question.ts';

describe('a date that a person types', () => {
  test.each([
    ['16 Oct 1962', '1962-10-16', '16 October 1962'],
    ['1962-10-16', '1962-10-16', '16 October 1962'],
    ['10/16/1962', '1962-10-16', '16 October 1962'],
    ['Oct 1962', '1962-10', 'October 1962: 1 to 31 October 1962'],
    ['October 1962', '1962-10', 'October 1962: 1 to 31 October 1962'],
    ['1962', '1962', '1962: 1 January to 31 December 1962'],
    ['1940s', '194X', '1940s: 1 January 1940 to 31 December 1949'],
    ['19th century', '18XX', '19th century: 1 January 1800 to 31 December 1899'],
    ['c. 1962', '1962~', 'about 1962: 1 January to 31 December 1962'],
    ['c. 16 October 1962', '1962-10-16~', 'about 16 October 1962'],
    ['before 1950', '../1949-12-31', 'before 1950: up to 31 December 1949'],
    ['..1950', '../1950', '..1950: up to 31 December 1950'],
    ['until 1950', '../1950', 'until 1950: up to 31 December 1950'],
    ['after 1960', '1961-01-01/..', 'after 1960: from 1 January 1961 on'],
    ['after October 1962', '1962-11-01/..', 'after October 1962: from 1 November 1962 on'],
    ['since 1960', '1960/..', 'since 1960: from 1 January 1960 on'],
    ['from 1960 onwards', '1960/..', 'from 1960 onwards: from 1 January 1960 on'],
    ['1960 or later', '1960/..', '1960 or later: from 1 January 1960 on'],
    ['during the summer of 1962', '1962-22', 'during the summer of 1962: 1 June to 31 August 1962'],
    ['1949-1951', '1949/1951', '1949-1951: 1 January 1949 to 31 December 1951'],
    ['1949..1951', '1949/1951', '1949..1951: 1 January 1949 to 31 December 1951'],
    ['1949 to 1951', '1949/1951', '1949 to 1951: 1 January 1949 to 31 December 1951'],
    [
      'between 1949 and 1951',
      '1949/1951',
      'between 1949 and 1951: 1 January 1949 to 31 December 1951',
    ],
    ['4-6 May 1949', '1949-05-04/1949-05-06', '4-6 May 1949: 4 to 6 May 1949'],
    ['44 BC', '-0043', '44 BCE: 1 January to 31 December 44 BCE'],
    ['before 15 March 44 BCE', '../-0043-03-14', 'before 15 March 44 BCE: up to 14 March 44 BCE'],
    ['196X', '196X', '1960s: 1 January 1960 to 31 December 1969'],
    ['../1950', '../1950', '../1950: up to 31 December 1950'],
    [
      '1949-11-02/1949-11-05',
      '1949-11-02/1949-11-05',
      '1949-11-02/1949-11-05: 2 to 5 November 1949',
    ],
    ['1810-12', '1810-12', 'December 1810: 1 to 31 December 1810'],
    ['1910-21', '1910/1921', '1910-21: 1 January 1910 to 31 December 1921'],
  ])('%s', (typed, edtf, reading) => {
    const date = readDateQuestion(` ${typed} `);
    expect(date?.text).toBe(typed);
    expect(date?.edtf).toBe(edtf);
    expect(date && describeSpan(date)).toBe(reading);
  });

  test.each([
    '',
    'undated',
    'yesterday',
    '1951-1949',
    '1951/1949',
    '30 February 1963',
    'October',
    '5/6/63',
  ])('not “%s”', (typed) => expect(readDateQuestion(typed)).toBeNull());
});

describe('a day of the year', () => {
  test.each([
    '16 October',
    'October 16',
    'Oct 16',
    'oct. 16th',
    'the 16th of October',
    '16. Oktober',
    '16 octobre',
    '16 октября',
    '10-16',
    '16.10.',
    '10/16',
    '16/10',
    '--10-16',
    '16 October 1962',
    '1962-10-16',
  ])('%s', (typed) => expect(readDayOfYear(typed)).toEqual({ month: 10, day: 16 }));

  test('in figures the month comes first where both could', () => {
    expect(readDayOfYear('10/11')).toEqual({ month: 10, day: 11 });
  });

  test('29 February is one, 30 February is none', () => {
    expect(readDayOfYear('29 February')).toEqual({ month: 2, day: 29 });
    expect(readDayOfYear('30 February')).toBeNull();
    expect(readDayOfYear('02-30')).toBeNull();
  });

  test.each(['', 'October', '1962', '13-13', 'today', 'x'.repeat(5000)])('not “%.20s”', (typed) =>
    expect(readDayOfYear(typed)).toBeNull(),
  );
});
