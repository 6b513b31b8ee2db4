import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/data/corpus/document.ts';
import type { Query } from '../../../src/search/questions.ts';
import { aDay, aDocument } from '../../support/documents.ts';
import { startEmbeddingsServer } from '../../support/embeddings-server.ts';
import { archiveWithMeaning } from '../../support/meaning.ts';
import { aQuery, found, ids } from '../queries.ts';

const filler = (number: number): Document =>
  aDocument({
    id: `filler-${number}`,
    title: `Minutes ${number}`,
    description: `ledger${number} parish${number % 7} bridge${number % 5}`,
    date: aDay(`19${10 + (number % 80)}-01-01`),
  });

const documents = [
  ...Array.from({ length: 60 }, (_, i) => filler(i)),
  aDocument({
    id: 'downed',
    title: 'Aircraft downed',
    description: 'aircraft downed',
    date: aDay('1960-05-01'),
    collection: 'Air',
  }),
  aDocument({ id: 'crops', title: 'Crops', description: 'grain', date: aDay('1932-01-01') }),
  aDocument({ id: 'mukden', title: 'A report from Mukden', description: 'ledger7' }),
  aDocument({ id: 'plane', title: 'A plane', description: 'the plane landed at bridge2' }),
];

const byMeaning = (text: string, overrides: Partial<Query> = {}) =>
  aQuery(text, { byMeaning: true, limit: 30, ...overrides });

const open = async (given: readonly Document[] = documents) => {
  const server = await startEmbeddingsServer();
  return { server, ...(await archiveWithMeaning(given, server)) };
};

describe('a search by meaning too', () => {
  test('finds what says the same in other words, and says that it does', async () => {
    const { archive } = await open();
    const page = await archive.search(byMeaning('the harvest'));
    expect(page).toMatchObject({ total: 0, similar: 1 });
    expect(page.hits).toMatchObject([{ document: { id: 'crops' }, byMeaning: true }]);
    expect((await archive.search(aQuery('the harvest'))).hits).toEqual([]);
  });

  test('shows nothing as similar that has little in common with the question', async () => {
    // With more numbers, words that aren't the same are less alike by chance.
    const { archive } = await archiveWithMeaning(documents, await startEmbeddingsServer(768));
    const few = 'harvest alpha beta gamma';
    const many = `${few} delta epsilon zeta eta theta iota kappa lambda omicron sigma`;
    expect((await archive.search(byMeaning(few))).similar).toBe(1);
    expect((await archive.search(byMeaning(many))).similar).toBeUndefined();
  });

  test('counts what it finds so apart from what holds the words', async () => {
    const { archive } = await open();
    const page = await archive.search(byMeaning('jet shot near bridge2', { facets: true }));
    const words = await archive.search(aQuery('jet shot near bridge2', { facets: true }));
    expect(page.total).toBe(words.total);
    expect(page.facets).toEqual(words.facets);
    expect(page.hits.filter((hit) => hit.byMeaning)).toHaveLength(page.similar ?? 0);
    expect(ids(page)).toContain('downed');
  });

  test.each([
    ['a collection', { filter: { collection: 'Air' } }, true],
    ['another collection', { filter: { collection: 'A collection' } }, false],
    ['its time', { filter: { from: '1960-01-01', to: '1960-12-31' } }, true],
    ['another time', { filter: { to: '1950-12-31' } }, false],
    ['an order by date', { sort: 'oldest' as const }, false],
  ])('keeps to %s', async (_, asked, isThere) => {
    const { archive } = await open();
    const page = await archive.search(byMeaning('jet destroyed', asked));
    expect(ids(page).includes('downed')).toBe(isThere);
  });

  test('puts nothing that is only similar above what holds the rare name', async () => {
    const { archive } = await open();
    const page = await archive.search(byMeaning('jet destroyed near Mukden'));
    expect(page.hits[0]?.document.id).toBe('mukden');
    expect(page.hits[1]).toMatchObject({ document: { id: 'downed' }, byMeaning: true });
  });

  test('lifts nothing above what holds the rare name, though it holds other words', async () => {
    const { archive } = await open([
      ...documents,
      aDocument({ id: 'jets', title: 'Aircraft', description: 'aircraft downed bridge2' }),
    ]);
    const text = 'was a jet or airplane shot or destroyed at Mukden, or downed at bridge2';
    expect(ids(await archive.search(aQuery(text)))[0]).toBe('mukden');
    expect(ids(await archive.search(byMeaning(text)))[0]).toBe('mukden');
  });

  test('keeps to what is shut out', async () => {
    const { archive } = await open();
    expect(ids(await archive.search(byMeaning('jet destroyed -downed')))).not.toContain('downed');
  });

  test.each(['"plane landed"', 'title:plane', 'Mukden', 'mukden', 'downed', 'Aircraft downed'])(
    'takes %s as it stands',
    async (text) => {
      const { archive } = await open();
      const asTyped = await archive.search(aQuery(text, { limit: 30 }));
      expect(ids(await archive.search(byMeaning(text))).slice(0, asTyped.total)).toEqual(
        ids(asTyped),
      );
    },
  );

  test('gives the same hits page by page as all at once', async () => {
    const { archive } = await open();
    const all = ids(await archive.search(byMeaning('jet shot near bridge2')));
    const pages = [];
    for (let offset = 0; offset < all.length; offset += 3) {
      const page = await archive.search(byMeaning('jet shot near bridge2', { offset, limit: 3 }));
      pages.push(...ids(page));
    }
    expect(pages).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  });

  test('asks the model with misspelt words corrected where they stand', async () => {
    const { archive, server } = await open([
      ...documents,
      aDocument({ id: 'opium', title: 'Opium smuggled', description: 'korean opium ceasefire' }),
    ]);
    server.requests.length = 0;
    await archive.search(byMeaning('the opim in korean opimum  Opim ceasefire'));
    expect(server.requests).toEqual([['the opium in korean opium opium ceasefire']]);
  });

  test('asks the model only where that is asked for', async () => {
    const { archive, server } = await open();
    server.requests.length = 0;
    await found(archive, 'harvest');
    await archive.search(byMeaning('plane', { alikeTo: 'plane' }));
    expect(server.requests).toEqual([]);
  });
});

describe('whatever is asked', () => {
  /** What is asked, and what documents say instead; they have a word in common now and then. */
  const ASKED = ['plane', 'jet', 'shot', 'destroyed', 'quarrel', 'harvest', 'bridge'];
  const SAID = ['aircraft', 'downed', 'dispute', 'grain', 'bridge'];
  const USUAL = ['ledger', 'parish', 'vestry', 'census', 'tithe', 'deeds', 'glebe', 'manor'];
  const NAMES = ['Zolotarev', 'Quimper', 'Mbeki'];
  const texts = fc.sample(
    fc.array(fc.constantFrom(...USUAL, ...USUAL, ...USUAL, ...SAID, ...NAMES), {
      minLength: 1,
      maxLength: 5,
    }),
    { numRuns: 80, seed: 16 },
  );
  const holds = (document: Document, word: string) =>
    document.description.split(' ').includes(word);
  const many = texts.map((words, i) =>
    aDocument({
      id: `d${i}`,
      title: `Item ${i}`,
      description: words.join(' '),
      collection: i % 2 ? 'Odd' : 'Even',
      date: aDay(`19${10 + i}-01-01`),
    }),
  );
  const question = fc.record({
    words: fc.uniqueArray(fc.constantFrom(...ASKED), { minLength: 1, maxLength: 6 }),
    names: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
  });

  test('filters hold, and nothing is lifted above what holds more of the names', async () => {
    const { archive } = await open(many);
    let seen = 0;
    for (const name of NAMES) {
      expect(many.filter((document) => holds(document, name)).length).toBeLessThanOrEqual(10);
    }
    await fc.assert(
      fc.asyncProperty(question, fc.boolean(), async ({ words, names }, isFiltered) => {
        const text = [...words, ...names].join(' ');
        const filter = isFiltered ? { collection: 'Odd', to: '1960-01-01' } : {};
        const page = await archive.search(byMeaning(text, { filter, limit: 200 }));
        const plain = await archive.search(aQuery(text, { filter, limit: 200 }));
        expect(page.total).toBe(plain.total);
        expect(page.hits).toHaveLength(page.total + (page.similar ?? 0));
        expect(page.hits.filter((hit) => !hit.byMeaning)).toHaveLength(plain.total);
        const alone = page.hits.findIndex((hit) => hit.byMeaning);
        const bound = page.hits.findLastIndex(
          ({ document }) => names.length > 0 && [...names].every((name) => holds(document, name)),
        );
        if (alone >= 0) {
          seen += 1;
          expect(bound).toBeLessThan(alone);
        }
        const named = (document: Document) => names.filter((name) => holds(document, name)).length;
        const places = new Map(page.hits.map(({ document }, place) => [document.id, place]));
        for (const [place, { document: above }] of plain.hits.entries()) {
          for (const { document: below } of plain.hits.slice(place + 1)) {
            if (named(above) <= named(below)) continue;
            expect(places.get(above.id)).toBeLessThan(places.get(below.id) ?? 0);
          }
        }
        for (const { document, byMeaning: isAlone } of page.hits) {
          if (isFiltered) {
            expect(document.collection).toBe('Odd');
            expect((document.date.start ?? '') <= '1960-01-01').toBe(true);
          }
          if (isAlone)
            expect([...words, ...names].some((word) => holds(document, word))).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(0);
  });
});
