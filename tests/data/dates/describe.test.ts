import { describe, expect, test } from 'vitest';
import { describeDate, formatDate, formatDateLabel } from '../../../src/data/dates/describe.ts';
import { formatDay } from '../../../src/data/dates/format.ts';
import { parseDate } from '../../../src/data/dates/parse.ts';

describe('a date with its certainty', () => {
  test.each([
    ['May 25, 1872—3 p.m.', ''],
    ['October 1962', 'some day in the month'],
    ['1962', 'some day in the year'],
    ['1940s', 'some day in the decade'],
    ['[1944?]', 'year, supplied by the archive, uncertain'],
    ['[16 October 1962]', 'supplied by the archive'],
    ['October 24?, 1917', 'uncertain'],
    ['ca. 1950', 'about that year'],
    ['[ca. October 1950]', 'about that month, supplied by the archive'],
    ['1933-1945', 'interval'],
    ['November 4 and 6, 1863', '4 and 6 November 1863'],
    ['November 6 [8], 1919', '6 or 8 November 1919, supplied by the archive'],
    ['1921, 1925', '1921 and 1925'],
    ['30 February 1963', 'not understood as a date'],
    ['n.d.', 'undated'],
    ['undated', ''],
  ])('%s (%s)', (text, words) => {
    expect(describeDate(parseDate(text).date)).toBe(words ? `${text} (${words})` : text);
  });

  test('no date is undated', () => expect(describeDate(parseDate('').date)).toBe('undated'));
});

test.each([
  ['1962-10-16', '16 October 1962'],
  ['-000043-03-15', '15 March 44 BCE'],
  ['0000-02-29', '29 February 1 BCE'],
  ['0044-03-15', '15 March 44 CE'],
  ['0962-01-01', '1 January 962'],
])('%s is %s', (day, printed) => expect(formatDay(day)).toBe(printed));

test.each([
  ['October 16, 1962—4 p.m.', '16 October 1962'],
  ['[16 October 1962]', '[16 October 1962]'],
  ['Oct. 1962', 'October 1962'],
  ['c. 1950', 'about 1950'],
  ['1949-1951', '1949-1951'],
  ['before 1950', 'before 1950'],
  ['44 BC', '44 BCE'],
  ['winter 1962', 'winter 1962'],
  ['undated', undefined],
])('in a label %s is %s', (text, name) => expect(formatDateLabel(parseDate(text).date)).toBe(name));

test.each([
  ['5/13/1963', '5/13/1963 (13 May 1963)'],
  ['16.10.1962', '16.10.1962 (16 October 1962)'],
  ['16 October 1962', '16 October 1962'],
  ['1962-10-16', '1962-10-16'],
  ['00/00/1963', '00/00/1963'],
  ['', 'undated'],
])('a list shows “%s” as %s', (text, shown) => {
  expect(formatDate(parseDate(text).date)).toBe(shown);
});
