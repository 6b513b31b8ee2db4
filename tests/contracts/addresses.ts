import { describe, expect, it } from 'vitest';
import { aQuery, found, ids } from '../search/queries.ts';
import { aDay, aDocument, aPage } from '../support/documents.ts';
import type { Create, Skips } from './archive.ts';

const SITE = 'https://history.state.gov/historicaldocuments/frus1861';
const documents = [
  aDocument({
    id: 'adams',
    title: 'Mr. Adams to Mr. Seward',
    date: aDay('1861-05-17'),
    collection: 'FRUS 1861',
    url: `${SITE}/d12`,
    identifier: ['frus1861/d12'],
  }),
  aDocument({
    id: 'dayton',
    title: 'Mr. Dayton to Mr. Seward',
    date: aDay('1861-05-22'),
    collection: 'FRUS 1861, Europe, Volume V',
    url: `${SITE}/d121`,
    identifier: ['frus1861/d121'],
  }),
  aDocument({
    id: 'first-part',
    title: 'Report, first part',
    date: aDay('1953-02-02'),
    url: 'http://www.example.org/Record/?q=a%20b&id=7#1',
    source: ['National Archives, Record Group 59, Box 1, Folder 29'],
  }),
  aDocument({
    id: 'second-part',
    title: 'Report, second part',
    date: aDay('1953-02-01'),
    url: 'https://example.org/Record?id=7&q=a+b&utm_source=letter#2',
    source: ['National Archives, RG 59, Box 11, Folder 29'],
  }),
  aDocument({
    id: 'cable',
    title: 'Cable on Box 1',
    source: ['611.61/1–2062', 'RG 59, Box 1A'],
    description: 'Found in Record Group 59, Box 1, Folder 29.',
  }),
  aDocument({ id: 'ledger', title: 'Ledger', source: ['vol. vi/3'], description: 'Vol. xii/3' }),
  aDocument({ id: 'swiss', title: 'Note', url: 'https://dodis.ch/9346' }),
  aDocument({ id: 'article', title: 'Article', url: 'https://doi.org/10.1000/Abc(x)' }),
  aDocument({ id: 'review', title: 'Review', identifier: ['10.1000/abc(y)'] }),
  aDocument({ id: 'survey', title: 'Survey', identifier: ['DOI: 10.1000/ABC(z)'] }),
  aDocument({ id: 'lot', title: 'Lot file', source: ['Lot 64 D 199'], identifier: ['000731'] }),
];
const pages = [
  aPage({ id: 'adams', text: 'Sir', url: `${SITE}/pg_87` }),
  aPage({ id: 'adams', page: 2, text: 'Your obedient servant', url: `${SITE}/pg_88` }),
  aPage({ id: 'dayton', text: 'Sir', url: `${SITE}/pg_88` }),
];
const ALL = { offset: 0, limit: 100 };

/** Documents by their addresses and references. */
export function testAddresses(name: string, create: Create, skips: Skips = {}): void {
  const archive = create({ documents });
  const named = async (typed: string) => {
    const { total, documents: given } = await archive.named(typed, ALL);
    expect(total).toBe(given.length);
    return given.map(({ id }) => id);
  };

  describe(`${name}: addresses`, () => {
    it.each([
      `${SITE}/d12`,
      'history.state.gov/historicaldocuments/frus1861/d12',
      `<HTTP://WWW.History.State.gov:80/historicaldocuments/frus1861/d12/?fbclid=x#fn1>.`,
    ])('name a document: %s', async (address) => {
      expect(await named(address)).toEqual(['adams']);
      expect((await archive.suggest(address, 5)).map(({ id }) => id)).toEqual(['adams']);
      const { total, hits, unknown } = await archive.search(aQuery(address));
      expect([total, hits.map(({ document }) => document.id), unknown]).toEqual([1, ['adams'], []]);
    });

    it('that several documents have name them all, oldest first', async () => {
      const address = 'http://example.org/Record?id=7&q=a%20b';
      expect(await named(address)).toEqual(['second-part', 'first-part']);
      expect((await found(archive, address)).toSorted()).toEqual(['first-part', 'second-part']);
      const second = await archive.named(address, { offset: 1, limit: 1 });
      expect([second.total, second.documents.map(({ id }) => id)]).toEqual([2, ['first-part']]);
    });

    it('are not those of other records', async () => {
      for (const other of ['/Record?id=8&q=a%20b', '/record?id=7&q=a%20b', '/Record?id=7']) {
        expect(await named(`https://example.org${other}`)).toEqual([]);
      }
    });

    it('among words put their documents first, and play no part as words', async () => {
      const text = `Is the report about ${SITE}/d12, or (${SITE}/d121)? And ${SITE}/d9?`;
      const { hits, unknown, total } = await archive.search(aQuery(text));
      expect(
        hits
          .map(({ document }) => document.id)
          .slice(0, 2)
          .toSorted(),
      ).toEqual(['adams', 'dayton']);
      expect(total).toBe(4);
      expect(unknown).toEqual([`${SITE}/d9`]);
    });

    it('of a message and its cards are all looked up, however many they are', async () => {
      const others = Array.from({ length: 900 }, (_, i) => `http://a.org/${i}`);
      const all = [...others, `${SITE}/d12`, `${SITE}/d12/`, `${SITE}/d121`];
      const { hits, unknown, total } = await archive.search(aQuery(all.join(' ')));
      expect([total, hits.map(({ document }) => document.id).toSorted()]).toEqual([
        2,
        ['adams', 'dayton'],
      ]);
      expect(unknown).toEqual(others);
    });

    it('that may as well be references or words are these where no document has them', async () => {
      expect(await found(archive, 'vol.vi/3')).toEqual(['ledger']);
      expect(await found(archive, 'vol.xii/3')).toEqual(['ledger']);
      expect(await named('vol.vi/3')).toEqual(['ledger']);
      expect((await archive.suggest('vol.vi/3', 5)).map(({ id }) => id)).toEqual(['ledger']);
      expect((await found(archive, 'dodis.ch/9346'))[0]).toBe('swiss');
      expect(await named('dodis.ch/9346')).toEqual(['swiss']);
      expect(await found(archive, 'history.state.gov/ledger')).toEqual([]);
    });

    it.each([
      ['article', '10.1000/abc(x)'],
      ['review', '10.1000/abc(y)'],
      ['survey', '10.1000/abc(z)'],
    ])('that are a DOI find what has it as a link or identifier: %s', async (id, doi) => {
      for (const written of [
        doi,
        `doi:${doi.toUpperCase()}`,
        `DOI: ${doi}`,
        `https://doi.org/${doi}?utm_source=x`,
        `http://dx.doi.org/${encodeURIComponent(doi)}.`,
        `doi.org/${doi}`,
      ]) {
        expect((await named(written))[0], written).toBe(id);
        expect((await found(archive, written))[0], written).toBe(id);
      }
      expect(await found(archive, `https://doi.org/${doi}`)).toEqual([id]);
      expect((await found(archive, `See doi:${doi}, please`))[0]).toBe(id);
      expect(await found(archive, `doi:${doi}4`)).toEqual([]);
    });

    it('that no document has find nothing, and that is explained', async () => {
      const query = aQuery(`${SITE}/d9`);
      const { total, unknown } = await archive.search(query);
      expect([total, unknown]).toEqual([0, [`${SITE}/d9`]]);
      expect(await archive.suggest(`${SITE}/d9`, 5)).toEqual([]);
      const { words } = await archive.explain(query);
      expect(words).toEqual([{ word: `${SITE}/d9`, total: 0, nearest: [] }]);
    });

    it('keep to the filter', async () => {
      const query = aQuery(`${SITE}/d12`, { filter: { from: '1900-01-01' } });
      expect((await archive.search(query)).total).toBe(0);
      const { words, totalUnfiltered } = await archive.explain(query);
      expect([words, totalUnfiltered]).toEqual([
        [{ word: `${SITE}/d12`, total: 1, nearest: [] }],
        1,
      ]);
    });
  });

  describe.skipIf(skips.texts)(`${name}: addresses of pages`, () => {
    it('name the documents that stand on them', async () => {
      const withTexts = create({ documents, pages });
      const given = async (address: string) =>
        (await withTexts.named(address, ALL)).documents.map(({ id }) => id);
      expect(await given(`${SITE}/pg_87#p`)).toEqual(['adams']);
      expect(await given(`${SITE}/pg_88`)).toEqual(['adams', 'dayton']);
      expect((await found(withTexts, `${SITE}/pg_88/`)).toSorted()).toEqual(['adams', 'dayton']);
      expect(await given(`${SITE}/d12`)).toEqual(['adams']);
    });
  });

  describe(`${name}: references`, () => {
    it.each([
      ['Box 1 Folder 29', ['first-part']],
      ['box 1/folder 29', ['first-part']],
      ['RG 59, Box 1', ['first-part']],
      ['Box 1A', ['cable']],
      ['Box 11', ['second-part']],
      ['Folder 29', ['second-part', 'first-part']],
      ['Folder 2', []],
      ['611.61/1-2062', ['cable']],
      ['611.61', ['cable']],
      ['611.61/1-206', []],
      ['FRUS 1861 d12', ['adams']],
      ['Foreign Relations of the United States, 1861, Doc. 12', ['adams']],
      ['FRUS, 1861, document 121', ['dayton']],
      ['FRUS 1861, vol. V, doc. 121', ['dayton']],
      ['FRUS 1861, vol. VI, doc. 121', []],
      ['64D199', ['lot']],
      ['731', []],
    ])('ref:"%s"', async (reference, expected) => {
      expect(await named(`ref:"${reference}"`)).toEqual(expected);
      expect(await found(archive, `ref:"${reference}"`, { sort: 'oldest' })).toEqual(expected);
    });

    it('name documents without a sign, too: whole ones before parts, titles before both', async () => {
      expect(await named('611.61 / 1-2062')).toEqual(['cable']);
      expect(await named('RG 59, Box 1a')).toEqual(['cable']);
      expect(await named('Box 1 Folder 29')).toEqual(['first-part']);
      expect(await named('cable on box 1')).toEqual(['cable']);
      expect(await named('000731')).toEqual(['lot']);
      expect(await named('National Archives')).toEqual([]);
      expect(await named('29')).toEqual([]);
    });

    it('are demanded beside words, filters and other demands', async () => {
      const all = (text: string) => found(archive, text, { sort: 'oldest' });
      expect(await all('second ref:"Folder 29"')).toEqual(['second-part']);
      expect(await all('report -ref:"Box 11"')).toEqual(['first-part']);
      expect(await all('ref:611.61 OR ref:"Box 11"')).toEqual(['second-part', 'cable']);
      expect(await all('ref:frus1861/d12 during:1861')).toEqual(['adams']);
      expect(await all('ref:frus1861/d12 during:1862')).toEqual([]);
    });

    it('are read as such, and explained where they empty the answer', async () => {
      const query = aQuery('report ref:"Box 2"');
      expect((await archive.search(query)).readAs).toEqual(['reference: “Box 2”']);
      const { words } = await archive.explain(query);
      expect(words.map(({ word }) => word)).toEqual(['report']);
    });

    it('that were typed whole stand first, and words stay words', async () => {
      expect((await found(archive, '611.61/1-2062'))[0]).toBe('cable');
      expect((await found(archive, 'rg 59 box 1a'))[0]).toBe('cable');
      expect((await found(archive, 'frus1861/d12'))[0]).toBe('adams');
      const ordinary = await archive.search(aQuery('Box 1'));
      expect(ids(ordinary).toSorted()).toEqual(['cable', 'first-part', 'second-part']);
    });

    it('that were typed whole in quotation marks need not be printed so', async () => {
      for (const quoted of ['"rg 59 box 1a"', '“Record Group 59 — Box 1A”']) {
        expect(await found(archive, quoted)).toEqual(['cable']);
      }
      expect(await found(archive, '"Record Group 59, Box 1A" second')).toEqual([]);
    });

    it('are offered while they are typed', async () => {
      const offered = async (typed: string) =>
        (await archive.suggest(typed, 5)).map(({ id }) => id);
      expect((await offered('611.61/1-2062'))[0]).toBe('cable');
      expect(await offered('ref:"Folder 29"')).toHaveLength(2);
    });
  });
}
