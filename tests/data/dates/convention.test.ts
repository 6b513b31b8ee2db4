import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learnConvention } from '../../../src/data/dates/learn-convention.ts';
import { parseDate } from '../../../src/data/dates/parse.ts';

/** What a date is read as beside the other dates of its source. */
function readBeside(text: string, others: readonly string[], years?: [number, number]) {
  const learning = learnConvention(years);
  for (const other of [text, ...others]) learning.see(other);
  const { convention, notes } = learning.learned();
  return { ...parseDate(text, convention).date, notes };
}

describe('the other dates of a source decide', () => {
  test.each([
    ['5/6/1963', ['25/12/1963'], '1963-06-05'],
    ['5/6/1963', ['12/25/1963'], '1963-05-06'],
    ['5/6/63', ['25/12/1963'], '1963-06-05'],
    ['5/6/63', ['12/25/62', '11/22/1963'], '1963-05-06'],
    ['ca. 5/6/63', ['25/12/1963'], '1963-06-05~'],
    ['16.10.62', ['16.11.1963'], '1962-10-16'],
    ["May '63", ['May 5, 1961'], '1963-05'],
    ['16-Oct-02', ['1 May 1949', '3 May 2001'], '2002-10-16'],
    ['16-Oct-60', ['1 May 1949', '3 May 2001'], '1960-10-16'],
    ['1810-12', ['1811-10', '1938-10'], '1810-12'],
    ['1810-12', ['1810-11-05'], '1810-12'],
    ['1810-12', ['1963-64'], '1810/1812'],
  ])('what %s is beside %j: %s', (text, others, edtf) => {
    expect(readBeside(text, others)).toMatchObject({ text, edtf, uncertain: false });
  });
});

describe('nothing is guessed', () => {
  test.each([
    ['5/6/1963', ['25/12/1963', '12/25/1963'], '[1963-05-06,1963-06-05]'],
    ['5/6/1963', ['7/8/1963', '6/6/1944'], '[1963-05-06,1963-06-05]'],
    ['1810-12', ['1963-64', '1938-10'], '1810?/1812?'],
    ['5/6/63', [], null],
    ['5/6/63', ['5/7/1810'], null],
    ['5/6/63', ['1810-12', '1940s', '1963'], null],
    ['16-Oct-05', ['1 May 1900', '3 May 2010'], null],
  ])('%s beside %j stays open', (text, others, edtf) => {
    expect(readBeside(text, others)).toMatchObject({ text, edtf, uncertain: true });
  });
});

test.each(['May 11', '4 May-12', 'May 11-12'])('“%s” has a day and no year', (text) => {
  const { edtf, notes } = readBeside(text, ['May 5, 1905', 'June 6, 1918']);
  expect(edtf).toBeNull();
  expect(notes).toEqual([]);
});

test('a team can say the century', () => {
  expect(readBeside('25/6/63', [], [1800, 1899])).toMatchObject({ edtf: '1863-06-25' });
});

test('whoever imports is told the rule, with an example of what decided it', () => {
  const { notes } = readBeside('5/6/63', ['25/12/1963']);
  expect(notes).toEqual([
    expect.stringMatching(/"5\/6\/63".*the day first.*"25\/12\/1963"/),
    expect.stringMatching(/"5\/6\/63".*1963 to 1963/),
  ]);
  expect(readBeside('May 5, 1963', ['undated', '1962']).notes).toEqual([]);
});

test('whatever else a source prints, a whole date is read as it is alone', () => {
  const whole = [
    '16 October 1962',
    '1962-10-16',
    '25/12/1963',
    'ca. 1950',
    '1949-1951',
    'July —, 1870',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...whole), fc.array(fc.string()), (text, others) => {
      const { notes: _, ...date } = readBeside(text, [...others, '5/25/63', '1810-12', '1963-64']);
      expect(date).toEqual(parseDate(text).date);
    }),
  );
});

describe('what a source encodes of a date', () => {
  test.each([
    ['7/8/1963', '1963-08-07', '1963-06-05'],
    ['7/8/1963', '1963-07-08', '1963-05-06'],
    ['7/8/1963', '1944-01-01', '[1963-05-06,1963-06-05]'],
  ])('decides how its others are written: %s as %s', (text, encoded, edtf) => {
    const learning = learnConvention();
    learning.see('5/6/1963');
    learning.see(text, encoded);
    expect(parseDate('5/6/1963', learning.learned().convention).date).toMatchObject({ edtf });
  });
});
