import { parse } from 'edtf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDays } from '../../../src/data/dates/compare.ts';
import { describeDate, describeSpan, formatDateLabel } from '../../../src/data/dates/describe.ts';
import { formatDay } from '../../../src/data/dates/format.ts';
import { HistoricalDate } from '../../../src/data/dates/historical-date.ts';
import { parseDate } from '../../../src/data/dates/parse.ts';
import { readDateQuestion, readDayOfYear } from '../../../src/data/dates/question.ts';

/** Text that looks like dates more often than any text would. */
const pieces = fc.constantFrom(
  ...'October|Feb.|mai|29|30|31|1900|1962|0000|44|BC|[|]|?|(|)|-|–|—|..|/|,|.|and|or|to|ca.|before'.split(
    '|',
  ),
  ...'after|since|until|between|1940s|winter|19th century|3 p.m.|X|~|%|{|}|T|00|12|Moscow'.split(
    '|',
  ),
);
const dateLike = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', '')), { maxLength: 9 })
  .map((parts) => parts.flat().join(''));
const anyText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), dateLike);

test('any text gives a sound date, and never a throw', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { date, problem } = parseDate(text);
      HistoricalDate.parse(date);
      expect(date.text).toBe(text.trim());
      if (date.start && date.end) expect(compareDays(date.start, date.end)).toBeLessThanOrEqual(0);
      expect(date.precision === 'unknown').toBe(date.start === null && date.end === null);
      if (problem) expect(date.precision).toBe('unknown');
      if (date.precision === 'day') expect(date.start).toBe(date.end);
      if (date.edtf) expect(() => parse(date.edtf ?? '')).not.toThrow();
    }),
    { numRuns: 1500 },
  );
});

test('any question is answered or refused, and its reading can be said', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const date = readDateQuestion(text);
      readDayOfYear(text);
      if (!date) return;
      for (const words of [describeDate(date), describeSpan(date), formatDateLabel(date)]) {
        expect(words).toBeTruthy();
        expect(words).not.toMatch(/NaN|undefined|null|Invalid/);
      }
    }),
    { numRuns: 1500 },
  );
});

const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const IN_WORDS = [
  (day: number, month: string, year: number) => `${day} ${month} ${year}`,
  (day: number, month: string, year: number) => `${month} ${day}, ${year}.`,
  (day: number, month: string, year: number) => `${month} ${String(day).padStart(2, '0')}, ${year}`,
  (day: number, month: string, year: number) => `${month.slice(0, 3)}. ${day}, ${year}—9 a.m.`,
  (day: number, month: string, year: number) => `the ${day}th of ${month}, ${year}`,
  (day: number, month: string, year: number) => `Paris, ${day} ${month} ${year}`,
];

test('any day reads back from every form that it is printed in', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...IN_WORDS), (iso, print) => {
      const [date, month, year] = formatDay(iso).split(' ');
      const { start, end, precision } = parseDate(
        print(Number(date), month ?? '', Number(year)),
      ).date;
      expect({ start, end, precision }).toEqual({ start: iso, end: iso, precision: 'day' });
      expect(readDayOfYear(`${month} ${date}`)).toEqual({
        month: Number(iso.slice(5, 7)),
        day: Number(iso.slice(8)),
      });
    }),
  );
});

test('days that no calendar has are never shifted to one it has', () => {
  const beyond = fc.constantFrom(
    '30 February',
    '31 April',
    '31 June',
    '31 September',
    '31 November',
  );
  fc.assert(
    fc.property(beyond, fc.integer({ min: 1000, max: 2100 }), (text, year) => {
      const { date, problem } = parseDate(`${text} ${year}`);
      expect(date.start).toBeNull();
      expect(problem).toBe(`there is no ${text} ${year}`);
    }),
  );
});
