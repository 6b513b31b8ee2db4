import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/data/corpus/document.ts';
import { createMiniSearchEngine } from '../../src/search/minisearch/engine.ts';
import type { Query } from '../../src/search/questions.ts';
import { aDay, aDocument } from '../support/documents.ts';

const QUERY: Query = {
  text: 'harbour',
  filter: {},
  sort: 'relevance',
  offset: 0,
  limit: 3,
  collapses: true,
};
const letters = (title: string, description: string, count: number, collection = 'Letters') =>
  Array.from({ length: count }, (_, at) =>
    aDocument({
      id: `${title}-${description}-${collection}-${at}`.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
      title,
      description: `${description}; received May ${at + 1}, ${at + 1} p. m.`,
      collection,
      date: aDay(`1905-05-${String(at + 1).padStart(2, '0')}`),
    }),
  );
const search = (documents: readonly Document[], query: Partial<Query> = {}) =>
  createMiniSearchEngine(documents).search({ ...QUERY, ...query });
const shown = async (documents: readonly Document[], query: Partial<Query> = {}) =>
  (await search(documents, query)).hits.map(({ document, more = 0 }) => [
    document.id.replace(/-\d+$/, ''),
    more,
  ]);

describe('documents that look the same', () => {
  const harbour = letters('Ames to Bell', 'On the harbour', 5);
  const other = letters('Bell to Ames', 'On the harbour', 1);

  test('are one hit, whatever their days', async () => {
    const page = await search([...harbour, ...other]);
    expect(page).toMatchObject({ total: 6, groups: 2 });
    expect(page.hits.map(({ more }) => more ?? 0).toSorted()).toEqual([0, 4]);
  });

  test.each([
    ['title', letters('Cole to Bell', 'On the harbour', 2)],
    ['collection', letters('Ames to Bell', 'On the harbour', 2, 'Papers')],
    ['description', letters('Ames to Bell', 'On the old harbour of Odessa', 2)],
  ])('are several hits where they differ in %s', async (_, documents) => {
    expect((await search([...harbour, ...documents])).groups).toBe(2);
  });

  test('stay apart where all are on one page, and where they come by date', async () => {
    expect((await search(harbour, { limit: 5 })).hits).toHaveLength(5);
    expect((await search(harbour, { sort: 'oldest' })).hits).toHaveLength(3);
    expect((await search(harbour, { collapses: false })).groups).toBeUndefined();
  });

  test('can be asked for by one of them', async () => {
    const documents = [...harbour, ...other];
    const alikeTo = harbour[3]?.id ?? '';
    const page = await search(documents, { alikeTo, sort: 'oldest', limit: 10 });
    expect(page.hits.map(({ document }) => document.id)).toEqual(harbour.map(({ id }) => id));
    expect((await search(documents, { alikeTo: 'nowhere' })).total).toBe(0);
  });

  test('keep the place of the best of them', async () => {
    const best = letters('Harbour', 'The harbour', 1);
    expect((await shown([...harbour, ...best]))[0]).toEqual(['harbour-the-harbour-letters', 0]);
  });
});

test('every document found is in one group, on one page', async () => {
  const kinds = fc.constantFrom('Ames to Bell', 'Bell to Ames', 'Cole to Bell');
  const places = fc.constantFrom('On the harbour', 'On the harbour of Odessa', 'Harbour dues');
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(kinds, places), { selector: String, minLength: 1 }),
      fc.integer({ min: 1, max: 4 }),
      async (groups, count) => {
        const documents = groups.flatMap(([title, about]) => letters(title, about, count));
        const engine = createMiniSearchEngine(documents);
        let found = 0;
        const seen = new Set<string>();
        for (let offset = 0; offset < documents.length; offset += QUERY.limit) {
          const { hits } = await engine.search({ ...QUERY, offset });
          for (const { document, more = 0 } of hits) {
            found += 1 + more;
            seen.add(document.id);
          }
          if (hits.length < QUERY.limit) break;
        }
        expect(found).toBe(documents.length);
        expect(seen.size).toBe(documents.length <= QUERY.limit ? documents.length : groups.length);
      },
    ),
    { numRuns: 60 },
  );
});
