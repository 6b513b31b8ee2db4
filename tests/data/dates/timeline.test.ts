import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/data/corpus/document.ts';
import { type Edges, spansOf } from '../../../src/data/dates/spans.ts';
import * as timeline from '../../../src/data/dates/timeline.ts';
import { anyDocument } from '../../support/arbitrary-document.ts';
import { aDate, aDay, aDocument, aPeriod } from '../../support/documents.ts';

const dated = (...dates: Parameters<typeof aDocument>[0][]) =>
  dates.map((overrides, index) => aDocument({ id: `d${index}`, ...overrides }));
const all = () => true;
const timelineOf = (
  documents: readonly Document[],
  isMeant: (document: Document) => boolean,
  edges?: Edges,
) => {
  const meant = documents.map(isMeant);
  return timeline.timelineOf(spansOf(documents), (at) => meant[at] === true, edges);
};

describe('a timeline', () => {
  test.each([
    ['day', '1962-10-16', '1962-10-28', 13],
    ['month', '1962-01-05', '1963-02-01', 14],
    ['year', '1949-01-31', '1988-12-07', 40],
    ['decade', '1500-01-01', '1989-05-16', 49],
  ] as const)('goes by %s from %s to %s', (unit, from, to, length) => {
    const found = timelineOf(dated({ date: aDay(from) }, { date: aDay(to) }), all);
    expect(found?.unit).toBe(unit);
    expect(found?.buckets).toHaveLength(length);
    expect(found?.buckets.at(0)).toMatchObject({ all: 1, meant: 1 });
    expect(found?.buckets.at(-1)).toMatchObject({ all: 1, meant: 1 });
  });

  test('makes no more buckets than show that they are too many', () => {
    const documents = dated({ date: aDay('1962-10-16') }, { date: aDay('+170000002-01-01') });
    expect(timelineOf(documents, all)?.buckets).toHaveLength(timeline.MOST_BUCKETS + 1);
  });

  test('counts apart what is undated, and what is dated less precisely than its buckets', () => {
    const documents = dated(
      { date: aDay('1962-10-16') },
      { date: aDay('1962-12-16') },
      { date: aPeriod('1962-11') },
      { date: aPeriod('1962') },
      { date: aDate() },
      { date: aPeriod('1950') },
    );
    const edges = { from: '1962-10-01', to: '1962-12-31' };
    const found = timelineOf(documents, ({ id }) => id !== 'd0', edges);
    expect(found).toEqual({
      unit: 'month',
      buckets: [
        { from: '1962-10-01', all: 1, meant: 0 },
        { from: '1962-11-01', all: 1, meant: 1 },
        { from: '1962-12-01', all: 1, meant: 1 },
      ],
      rough: { all: 1, meant: 1 },
      undated: { all: 1, meant: 1 },
    });
  });

  test('has nothing to show where nothing meant has a day', () => {
    expect(timelineOf(dated({ date: aDate() }), all)).toBeNull();
    expect(timelineOf([], all)).toBeNull();
  });

  test('counts every document once, or leaves it out as beyond its edges', () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 20 }), (documents) => {
        const found = timelineOf(documents, all);
        if (!found) return;
        const placed = found.buckets.reduce((sum, bucket) => sum + bucket.all, 0);
        expect(placed + found.rough.all + found.undated.all).toBe(documents.length);
      }),
    );
  });
});
