import { describe, expect, it } from 'vitest';
import { NO_CONVENTION } from '../../../src/data/dates/convention.ts';
import { parseDate } from '../../../src/data/dates/parse.ts';
import { fromCsl } from '../../../src/data/import/bibliography/csl-item.ts';
import type { SourceRecord } from '../../../src/data/import/source-record.ts';
import { toDocument } from '../../../src/data/import/to-document.ts';
import { encodedDate } from '../../../src/data/import/xml/encoded-date.ts';

const make = (record: Partial<SourceRecord>) =>
  toDocument(
    { line: 1, title: 'A letter', date: '', description: '', ...record },
    'Letters',
    NO_CONVENTION,
  );

const fromItem = (issued: object) => make(fromCsl({ title: 'A letter', issued }, 1)).document.date;

describe('a date that is printed and encoded', () => {
  it('is what is encoded, even where print would leave it open', () => {
    const { document, doubts } = make({ date: '1905-10', edtf: '1905-10' });
    expect(document.date).toMatchObject({
      precision: 'month',
      end: '1905-10-31',
      uncertain: false,
    });
    expect(doubts).toEqual([]);
  });

  it.each([
    ['7/1/1925', '1925-07-01'],
    ['7/1/1925', '1925-01-07'],
    ['1905-10', '1905-10'],
  ])('is no longer open where the figures of %s can mean %s', (date, edtf) => {
    const { document, doubts } = make({ date, edtf });
    expect(document.date).toMatchObject({ text: date, edtf, uncertain: false });
    expect(doubts).toEqual([]);
  });

  it('is in doubt where the two have no day in common', () => {
    const { document, doubts } = make({ date: 'October 27, 1870', edtf: '1870-11-27' });
    expect(document.date).toMatchObject({
      text: 'October 27, 1870',
      edtf: '1870-11-27?',
      uncertain: true,
    });
    expect(doubts).toHaveLength(1);
  });

  it.each([
    ['October 1870', '1870-10-27'],
    ['October 27, 1870', '1870'],
    ['undated', '1870-10-27'],
  ])('is not in doubt where one only says more: %s, %s', (date, edtf) => {
    const made = make({ date, edtf });
    expect(made.document.date).toMatchObject({ edtf, uncertain: false });
    expect(made.doubts).toEqual([]);
  });

  it('takes "circa" from print into its EDTF', () => {
    expect(make({ date: 'circa 1905', edtf: '1905' }).document.date.edtf).toBe('1905~');
    expect(make({ date: 'circa 1905-1910', edtf: '1905/1910' }).document.date.edtf).toBe(
      '1905~/1910~',
    );
  });
});

describe("CSL's dates", () => {
  it.each([
    [{ 'date-parts': [[1905, 10]] }, '1905-10'],
    [{ 'date-parts': [['1905', '10', '16']] }, '1905-10-16'],
    [
      {
        'date-parts': [
          [1905, 10],
          [1906, 2],
        ],
      },
      '1905-10/1906-02',
    ],
    [{ 'date-parts': [[1905]], season: 2 }, '1905-22'],
    [{ 'date-parts': [[1905]], season: '1' }, '1905-21'],
    [{ 'date-parts': [[-43, 3, 15]] }, '-0043-03-15'],
    [{ 'date-parts': [[1905, 10]], circa: true }, '1905-10~'],
    [{ 'date-parts': [[1905], [1906]], circa: 1 }, '1905~/1906~'],
  ])('%j', (issued, edtf) => expect(fromItem(issued).edtf).toBe(edtf));
});

describe("TEI's dates", () => {
  it.each([
    [{ when: '1905-10' }, '1905-10'],
    [{ when: '1905-10', evidence: 'conjecture' }, '1905-10?'],
    [{ when: '1905-10-16', cert: 'low' }, '1905-10-16?'],
    [{ from: '1905-10', to: '1905-11', cert: 'medium' }, '1905-10?/1905-11?'],
  ])('%j', (attributes, edtf) => expect(encodedDate(attributes)).toBe(edtf));
});

describe('dates of databases', () => {
  it.each(['00/00/00', '0000-00-00', '99/99/9999', '01/01/0001', '00-00-00'])(
    '%s is no date, whatever years its source has',
    (text) => {
      const { date } = parseDate(text, { first: 'month', tail: null, years: [1990, 2010] });
      expect(date).toMatchObject({ precision: 'unknown', start: null });
    },
  );

  it.each(['1962-10-02 00:00:00-05', '1962-10-02 00:00:00+00:00', '1962-10-02T23:59:59.999Z'])(
    '%s is its day',
    (text) => expect(parseDate(text).date).toMatchObject({ precision: 'day', start: '1962-10-02' }),
  );
});
