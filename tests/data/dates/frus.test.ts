import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { overlaps } from '../../../src/data/dates/compare.ts';
import { parseDate } from '../../../src/data/dates/parse.ts';
import { referenceData } from '../../support/reference-data.ts';

const { path, isHere } = referenceData('corpora/frus/frus-documents.jsonl');

/** Documents that are encoded with another day than the one printed. */
const ENCODED_OTHERWISE = [
  'frus1872p2v2/d8',
  'frus1872p2v2/d30',
  'frus1872p2v2/d35',
  'frus1872p2v2/d238',
  'frus1872p2v2/d239',
];

/** Days printed in both styles, `November 20 (December 2), 1897`, and encoded in the old one. */
const ENCODED_IN_OLD_STYLE = ['frus1902app1/d29', 'frus1902app1/d31'];

describe.skipIf(!isHere)('a printed series', () => {
  const documents = isHere
    ? readFileSync(path, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: string; date?: string; date_text?: string })
    : [];
  const dated = documents.flatMap(({ id, date, date_text: text }) =>
    date && text ? [{ id, encoded: date.slice(0, 10), ...parseDate(text) }] : [],
  );

  test('nearly every printed day is the encoded one', () => {
    const same = dated.filter(
      ({ date, encoded }) => date.precision === 'day' && date.start === encoded,
    );
    expect(dated.length).toBeGreaterThan(6000);
    expect(same.length / dated.length).toBeGreaterThan(0.996);
  });

  test('what is read differently holds the encoded day, but for known errors', () => {
    const apart = dated.filter(({ date, encoded }) => {
      const [from, to] =
        encoded.length === 7 ? [`${encoded}-01`, `${encoded}-28`] : [encoded, encoded];
      return date.precision !== 'unknown' && !overlaps(date, { from, to });
    });
    expect(apart.map(({ id }) => id)).toEqual([...ENCODED_OTHERWISE, ...ENCODED_IN_OLD_STYLE]);
  });

  test("what can't be read has no year, or a misprint", () => {
    const unread = dated.filter(({ problem }) => problem);
    expect(unread.map(({ date }) => date.text)).toEqual([
      'April 8',
      'May 11',
      'May 22',
      'Januarg 30, 1901.',
    ]);
  });
});
