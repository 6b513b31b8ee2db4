import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../src/data/dates/parse.ts';
import { CLERKS, LACKING, MOVABLE, OTHER_LANGUAGES } from './more-printed-forms.ts';
import * as forms from './printed-forms.ts';

const ofRow = ([text, edtf, days, precision, flags = '']: forms.Row) => {
  const [start, end = start] = days.split(' ').map((day) => (day === '..' ? null : day));
  return {
    text,
    edtf,
    start,
    end,
    precision,
    approximate: flags.includes('A'),
    uncertain: flags.includes('U'),
    inferred: flags.includes('I'),
  };
};

describe.each([
  ['full days', forms.FULL_DAYS],
  ['days with what stands beside them', forms.WITH_TIMES],
  ['dates in figures', forms.IN_FIGURES],
  ['parts of the calendar', forms.PARTIAL],
  ['doubtful dates', forms.DOUBTFUL],
  ['several dates', forms.JOINED],
  ['EDTF', forms.EDTF],
  ['other languages', OTHER_LANGUAGES],
  ['what clerks write', CLERKS],
  ['feasts that move', MOVABLE],
  ['years that lack a figure', LACKING],
])('reads %s', (_, rows) => {
  test.each(rows.map((row) => [row[0], row] as const))('%s', (text, row) => {
    expect(parseDate(text)).toEqual({ date: ofRow(row), problem: null });
  });
});

const unknown = { edtf: null, start: null, end: null, precision: 'unknown' };
const certain = { approximate: false, uncertain: false, inferred: false };

test.each(forms.UNREADABLE)('keeps “%s”: %s', (text, problem) => {
  expect(parseDate(text)).toEqual({ date: { text, ...unknown, ...certain }, problem });
});

test.each(forms.WITHOUT_CENTURY)('“%s” is one of several dates', (text) => {
  const { date, problem } = parseDate(text);
  expect(date).toEqual({ text, ...unknown, ...certain, uncertain: true });
  expect(problem).toBe('a year of two figures can be of any century');
});

test.each(forms.UNDATED)('finds nothing wrong with “%s”', (text) => {
  expect(parseDate(text)).toEqual({ date: { text, ...unknown, ...certain }, problem: null });
});

test('keeps the text as printed, trimmed', () => {
  expect(parseDate('  May 25,  1872—3 p.m.\n').date.text).toBe('May 25,  1872—3 p.m.');
});

test('leaves out the EDTF where none says it', () => {
  const { date } = parseDate('ca. 1921, 1925');
  expect(date).toMatchObject({
    edtf: null,
    start: '1921-01-01',
    precision: 'set',
    approximate: true,
  });
});

test('takes prose for no date, whatever dates are in it', () => {
  expect(parseDate(`${'A long remark, '.repeat(20)}May 25, 1872`).date.start).toBeNull();
});
