import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/data/corpus/document.ts';
import { packDocuments } from '../../src/data/corpus/packed-documents.ts';
import { anniversaryOf } from '../../src/data/dates/anniversary.ts';
import { compareDates, overlaps } from '../../src/data/dates/compare.ts';
import { parseDate } from '../../src/data/dates/parse.ts';
import { overlapping } from '../../src/data/dates/spans.ts';
import { indexDocuments } from '../../src/search/index/index-documents.ts';
import {
  anniversariesOn,
  nearestAnniversaries,
} from '../../src/search/minisearch/anniversaries.ts';
import { indexDates, standingAt } from '../../src/search/minisearch/date-index.ts';
import { aDocument } from '../support/documents.ts';

const PRINTED = [
  '16 October 1962', 'c. 16 October 1962', '[16 October 1962]', 'October 1962', '1962', '1960s', 'undated',
  '14-18 October 1961', '30 January - 1 March 1961', '31 December 1961 - 2 January 1962', 'Winter 1962', '4 and 6 November 1863',
  '29 February 1960', '28 February 1961', 'February 1961', '44 BCE', 'before 1950', 'after 16 October 1962', '1949-1951', '16 October 1962?',
]; // biome-ignore format: a list of shapes

const someDocuments = fc
  .array(fc.constantFrom(...PRINTED), { maxLength: 30 })
  .map((texts) =>
    texts.map((text, i) => aDocument({ id: `d${i}`, title: text, date: parseDate(text).date })),
  );
const aDay = fc.constantFrom(
  ...[
    [10, 16],
    [2, 28],
    [2, 29],
    [1, 1],
    [12, 31],
    [11, 4],
    [7, 7],
  ].map(([month = 1, day = 1]) => ({ month, day })),
);
const anEdge = fc.constantFrom(
  undefined,
  '1962-10-16',
  '1900-01-01',
  '-000043-01-01',
  '1961-12-31',
);
const ids = (documents: readonly { id: string }[]) => documents.map(({ id }) => id);

function open(documents: readonly Document[]) {
  const packed = packDocuments(documents);
  return { packed, dates: indexDates(indexDocuments(packed).columns, packed) };
}

describe('documents indexed by their dates', () => {
  it('are found for a span as by looking at each, in order', async () => {
    await fc.assert(
      fc.asyncProperty(someDocuments, anEdge, anEdge, async (documents, from, to) => {
        const expected = documents
          .filter(({ date }) => overlaps(date, { from, to }))
          .sort((a, b) => compareDates(a.date, b.date));
        const { dates, packed } = open(documents);
        const found = standingAt(dates, overlapping(dates, { from, to }));
        expect(found.map(packed.idAt)).toEqual(ids(expected));
      }),
    );
  });

  it('are found for a day of the year as by looking at each', async () => {
    await fc.assert(
      fc.asyncProperty(someDocuments, aDay, async (documents, day) => {
        // A leap year, in which no day stands in for another.
        const { dates, packed } = open(documents);
        const dateOf = (ordinal: number) => packed.at(ordinal).date;
        const { certain, apart, monthOnly } = anniversariesOn(dates, dateOf, day, 2024);
        const kinds = Map.groupBy(documents, ({ date }) => anniversaryOf(date, day)?.kind);
        const found = (kind: 'certain' | 'apart' | 'month') => ids(kinds.get(kind) ?? []).sort();
        expect(certain.map(({ ordinal }) => packed.idAt(ordinal)).sort()).toEqual(found('certain'));
        expect(apart.map(({ ordinal }) => packed.idAt(ordinal)).sort()).toEqual(found('apart'));
        expect(monthOnly).toBe(found('month').length);
      }),
    );
  });

  it('name the nearest days round the turn of the year', async () => {
    const documents = ['16 October 1962', '2 January 1950'].map((text, i) =>
      aDocument({ id: `d${i}`, date: parseDate(text).date }),
    );
    const { before, after } = nearestAnniversaries(open(documents).dates, {
      month: 12,
      day: 31,
    });
    expect([before?.month, before?.day, after?.month, after?.day]).toEqual([10, 16, 1, 2]);
  });
});
