import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/data/corpus/document.ts';
import { joinArchives } from '../../../src/search/joined/join-archives.ts';
import { createArchive } from '../../../src/search/minisearch/create-archive.ts';
import { aDay, aDocument } from '../../support/documents.ts';
import { aQuery, ids } from '../queries.ts';

const archiveOf = (documents: readonly Document[]) =>
  createArchive({ documents, coverage: [], series: new Map(), readAt: new Date() });

const joined = (
  corpus: Record<string, string>,
  added: Record<string, string>,
  rest: Partial<Document> = {},
) => {
  const documents = (titles: Record<string, string>) =>
    Object.entries(titles).map(([id, title]) => aDocument({ id, title, ...rest }));
  return joinArchives(archiveOf(documents(corpus)), archiveOf(documents(added)));
};

describe('a word that one of both knows', () => {
  const archive = joined(
    { sean: 'Letter of Malenkov', seal: 'The seal of state', lamp: 'A lantern and a beacon' },
    { own: 'Letter of Malinkov', ship: 'The steamer Potemkin' },
  );

  test('is corrected by neither', async () => {
    const ofCorpus = await archive.search(aQuery('Malenkov'));
    expect([ids(ofCorpus), ofCorpus.corrections, ofCorpus.unknown]).toEqual([['sean'], [], []]);
    const ofAdded = await archive.search(aQuery('malinkov'));
    expect([ids(ofAdded), ofAdded.corrections, ofAdded.unknown]).toEqual([['own'], [], []]);
  });

  test('is what a misspelt one is corrected to, whichever has the nearer', async () => {
    for (const [typed, used, id] of [
      ['potemkim', 'potemkin', 'ship'],
      ['lanterm', 'lantern', 'lamp'],
    ] as const) {
      const page = await archive.search(aQuery(typed));
      expect([ids(page), page.corrections]).toEqual([[id], [{ typed, used }]]);
    }
    const both = await archive.search(aQuery('lettre lanterm'));
    expect(both.corrections.map(({ used }) => used)).toEqual(['letter', 'lantern']);
  });

  test('isn’t told as unknown, and one that neither has is', async () => {
    const page = await archive.search(aQuery('steamer beacon qwertyuiop'));
    expect([ids(page).toSorted(), page.unknown]).toEqual([['lamp', 'ship'], ['qwertyuiop']]);
  });

  test('is counted in both, and near words of both are named for one of neither', async () => {
    const filter = { from: '1990-01-01' };
    const { words, totalUnfiltered } = await archive.explain(aQuery('letter malinkof', { filter }));
    expect(totalUnfiltered).toBe(2);
    expect(words).toEqual([
      { word: 'letter', total: 2, nearest: [] },
      { word: 'malinkof', total: 0, nearest: ['malinkov', 'malenkov'] },
    ]);
  });
});

test('facets of many values are added up before the most frequent are chosen', async () => {
  const note = (id: string, people: string[]) => aDocument({ id, title: 'Note', people });
  const many = Array.from({ length: 30 }, (_, at) => note(`c${at}`, [`Person ${at}`, 'Everyone']));
  const archive = joinArchives(
    archiveOf([...many, note('rare', ['Zeno'])]),
    archiveOf([note('a1', ['Zeno']), note('a2', ['Zeno'])]),
  );
  const { facets } = await archive.search(aQuery('note', { facets: true }));
  expect(facets?.people.slice(0, 2)).toEqual([
    { value: 'Everyone', count: 30 },
    { value: 'Zeno', count: 3 },
  ]);
});

test('each document of both is as likely to be drawn, and none twice', async () => {
  const archive = joined({ a: 'A', b: 'B', c: 'C' }, { d: 'D', e: 'E' });
  const drawn = async (seed: number, seen: string[] = []) =>
    (await archive.draw({}, seen, seed)).document?.id;
  expect(await Promise.all([0, 1, 2, 3, 4].map((seed) => drawn(seed)))).toEqual([...'abcde']);
  expect(await drawn(7, ['a', 'd'])).toBe('c');
  expect(await archive.draw({}, [...'abcde'], 3)).toEqual({
    document: null,
    total: 5,
    unseen: 0,
    exhausted: [...'abcde'],
  });
});

const WORDS = ['letter', 'telegram', 'border', 'treaty', 'missile', 'harvest', 'ambassador'];
const anyDocuments = fc
  .array(
    fc.tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }), fc.nat(20)),
    {
      minLength: 20,
      maxLength: 60,
    },
  )
  .map((all) =>
    all.map(([words, year], at) =>
      aDocument({
        id: `d${String(at).padStart(2, '0')}`,
        title: words.join(' '),
        date: aDay(`${1950 + year}-05-01`),
        description: words.toReversed().join(' '),
      }),
    ),
  );

test('pages of what is found hold every document once, in any split and order', async () => {
  const sorts = fc.constantFrom('relevance' as const, 'oldest' as const, 'newest' as const);
  await fc.assert(
    fc.asyncProperty(
      anyDocuments,
      fc.infiniteStream(fc.boolean()),
      sorts,
      fc.constantFrom('letter', 'letter border', 'treaty OR missile harvest telegram'),
      async (documents, added, sort, text) => {
        const isAdded = documents.map(() => added.next().value);
        const archive = joinArchives(
          archiveOf(documents.filter((_, at) => !isAdded[at])),
          archiveOf(documents.filter((_, at) => isAdded[at])),
        );
        const whole = await archiveOf(documents).search(aQuery(text, { sort, limit: 100 }));
        const pages: string[] = [];
        for (let offset = 0; offset <= whole.total; offset += 7) {
          const page = await archive.search(aQuery(text, { sort, offset, limit: 7 }));
          expect(page.total).toBe(whole.total);
          pages.push(...ids(page));
        }
        if (sort === 'relevance') expect(pages.toSorted()).toEqual(ids(whole).toSorted());
        else expect(pages).toEqual(ids(whole));
      },
    ),
    { numRuns: 25 },
  );
});

describe('a reference', () => {
  const withSource = (id: string, title: string, source: string) =>
    aDocument({ id, title, source: [source] });
  const corpus = archiveOf([
    withSource('whole', 'Inventory', 'RG 59, Box 1'),
    withSource('other', 'Report of 1946 on Box 1', 'RG 84, Box 59'),
  ]);
  const archive = joinArchives(
    corpus,
    archiveOf([
      withSource('part', 'Minutes', 'RG 59, Box 1, Folder 3'),
      withSource('cable', 'Cable', '611.61/1–2062'),
      withSource('own', 'A list of boxes', 'RG 84, Box 59, Folder 7'),
    ]),
  );
  const named = async (typed: string, window = { offset: 0, limit: 10 }) => {
    const { total, documents } = await archive.named(typed, window);
    return [total, documents.map(({ id }) => id)];
  };

  test('that is a document’s whole names it, and not what has a longer one elsewhere', async () => {
    expect(await named('RG 59, Box 1')).toEqual([1, ['whole']]);
    expect(await named('rg 84 box 59')).toEqual([1, ['other']]);
    expect(await named('RG 59, Box 1', { offset: 1, limit: 10 })).toEqual([1, []]);
    expect(await named('ref:"RG 59, Box 1"')).toEqual([2, ['part', 'whole']]);
    expect(await named('Report of 1946 on Box 1')).toEqual([1, ['other']]);
  });

  test('is offered first, wherever its document is', async () => {
    const offered = (await archive.suggest('611.61/1-2062', 5)).map(({ id }) => id);
    expect(offered[0]).toBe('cable');
    expect((await archive.suggest('RG 59, Box 1', 5))[0]?.id).toBe('whole');
  });
});
