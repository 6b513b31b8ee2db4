import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { madeRecord } from '../../scripts/made-sources/made-record.ts';
import { NEW } from '../../src/data/corpus/check-lines.ts';
import type { Document } from '../../src/data/corpus/document.ts';
import { type PackedDocuments, packDocuments } from '../../src/data/corpus/packed-documents.ts';
import { parseDate } from '../../src/data/dates/parse.ts';
import { indexDocuments } from '../../src/search/index/index-documents.ts';
import { openEngine } from '../../src/search/minisearch/engine.ts';
import { openIndex } from '../../src/search/minisearch/search-index.ts';
import { knownIn } from '../../src/search/minisearch/snapshot/known.ts';
import { aDocument } from '../support/documents.ts';
import { aQuery } from './queries.ts';

const WORDS = [
  'Telegram',
  'telegrams',
  'of',
  'Mao',
  'En-lai',
  '毛泽东',
  '1962',
  'Łódź',
  '?',
  'border',
];
const DATES = [
  '1962',
  '16 October 1962',
  'c. 1962',
  'October 1962',
  'undated',
  '1960s',
  '44 BCE',
  '',
];

const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));
const values = fc.option(
  fc.array(fc.constantFrom('Mao', 'Zhou', 'Peking'), { minLength: 1, maxLength: 2 }),
);
const someDocuments = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 0, max: 15 }),
      title: text,
      description: text,
      collection: fc.constantFrom('A', 'B', 'C'),
      people: values,
      places: values,
      languages: values,
      date: fc.constantFrom(...DATES),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  )
  .map((all) =>
    all.map(({ id, date, ...fields }) =>
      aDocument({ ...fields, id: `d${id}`, date: parseDate(date).date }),
    ),
  );

/** Of each document its ordinal among earlier ones. */
function ordinalsIn(earlier: PackedDocuments, packed: PackedDocuments): Int32Array {
  const known = knownIn(earlier);
  const earlierOrdinals = new Int32Array(packed.length);
  for (const [ordinal, position] of packed.positions.entries()) {
    earlierOrdinals[ordinal] = known(packed.lineAt(ordinal), position) ?? NEW;
  }
  return earlierOrdinals;
}

function changed(before: readonly Document[], after: readonly Document[]) {
  const [earlier, packed] = [packDocuments(before), packDocuments(after)];
  const earlierOrdinals = ordinalsIn(earlier, packed);
  return {
    packed,
    earlierOrdinals,
    data: indexDocuments(packed, { data: indexDocuments(earlier), earlierOrdinals }),
  };
}

describe('an index made from an earlier one', () => {
  test('is that of the documents as they are now', () => {
    fc.assert(
      fc.property(someDocuments, someDocuments, (before, after) => {
        // What is in both is mostly the same.
        const same = new Map(before.map((document) => [document.id, document]));
        const now = after.map((one, i) => (i % 3 > 0 && same.get(one.id)) || one);
        const { packed, data } = changed(before, now);
        expect(data).toEqual(indexDocuments(packed));
      }),
      { numRuns: 300 },
    );
  });

  test('reads only what is new', () => {
    const before = Array.from({ length: 30 }, (_, i) => aDocument({ id: `d${i}` }));
    const after = before.with(7, aDocument({ id: 'd7', title: 'Another' })).slice(1);
    const { earlierOrdinals, packed } = changed(before, [...after, aDocument({ id: 'new' })]);
    const fresh = [...earlierOrdinals.keys()].filter((ordinal) => earlierOrdinals[ordinal] === NEW);
    expect(fresh.map(packed.idAt)).toEqual(['d7', 'new']);
  });

  test('keeps the directions of meaning that were learned while little is new', async () => {
    const all = Array.from({ length: 400 }, (_, number) => made(number));
    const { packed, data } = changed(all.slice(0, 390), all.slice(5));
    const fresh = indexDocuments(packed);
    expect(data.latent?.vectors).toHaveLength(fresh.latent?.vectors.length ?? -1);
    expect(data.latent).not.toEqual(fresh.latent);
    const [one, other] = [data, fresh].map((it) => openEngine(openIndex(packed, it, [])));
    const query = aQuery('telegram border treaty', { limit: 10 });
    const [found, expected] = [await one?.search(query), await other?.search(query)];
    expect(found?.total).toBe(expected?.total);
    const ids = (page: typeof found) => page?.hits.map(({ document }) => document.id) ?? [];
    const shared = ids(found).filter((id) => ids(expected).includes(id));
    expect(shared.length).toBeGreaterThanOrEqual(8);
  });

  test.each([
    ['very much is new', 300, 450],
    ['little by little very much is new', 400, 450],
    ['it was too small before', 250, 400],
    ['it is too small now', 400, 250],
  ])('learns them anew if %s', (_, before, after) => {
    const all = Array.from({ length: 450 }, (_, number) => made(number));
    const between = packDocuments(all.slice(0, (before + after) / 2));
    const first = packDocuments(all.slice(0, before));
    const now = packDocuments(all.slice(0, after));
    const data = indexDocuments(between, {
      data: indexDocuments(first),
      earlierOrdinals: ordinalsIn(first, between),
    });
    const last = indexDocuments(now, { data, earlierOrdinals: ordinalsIn(between, now) });
    expect(last).toEqual(indexDocuments(now));
  });
});

const made = (number: number) => {
  const { title, description } = madeRecord(number);
  return aDocument({ id: `d${1000 + number}`, title, description });
};
