import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/data/dates/parse.ts';
import { aDocument } from '../support/documents.ts';
import type { Create } from './archive.ts';

const ALL = { offset: 0, limit: 100 };
const ids = (documents: readonly { id: string }[]) => documents.map(({ id }) => id);

const documents = [
  aDocument({
    id: 'talk-2',
    title: 'Talks in Peking',
    date: parseDate('2 October 1959').date,
    collection: 'Talks',
    people: ['Mao Zedong', 'Nikita Khrushchev'],
    places: ['Peking'],
    description: 'On the border.',
    type: ['minutes'],
    languages: ['Russian', 'Chinese'],
  }),
  aDocument({
    id: 'talk-1',
    title: 'talks in PEKING',
    date: parseDate('1 October 1949').date,
    collection: 'Talks',
    type: ['minutes'],
    languages: ['Russian'],
  }),
  aDocument({ id: 'korea', title: 'Truce', collection: 'Scraps 10', date: parseDate('').date }),
  aDocument({ id: 'scrap', title: 'Truce line', collection: 'Scraps 9' }),
];
const coverage = [
  { collection: 'Talks', listed: 71, held: 2, missing: [] },
  { collection: 'Scraps 9', listed: 1, held: 1, missing: [] },
];
const series = [{ collection: 'Talks', title: 'Talks of the Century', volume: '1959' }];

/** Documents by what they are known by, and what is held as a whole. */
export function testHoldings(name: string, create: Create): void {
  const archive = create({ documents, coverage, series });

  describe(`${name}: documents`, () => {
    it('are given whole by their ids, in the order asked for, each once', async () => {
      const found = await archive.documents(['scrap', 'nowhere', 'talk-2', 'scrap']);
      expect(found).toEqual([documents[3], documents[0]]);
      expect(await archive.documents([])).toEqual([]);
    });

    it('have ids in one spelling, and no names of Object’s own', async () => {
      expect(await archive.documents(['KOREA', ' korea', '__proto__', 'constructor'])).toEqual([]);
    });

    it('are known to be loaded without being given', async () => {
      expect(await archive.loaded(['scrap', 'nowhere', 'talk-2'])).toEqual(['scrap', 'talk-2']);
    });

    it('are named by an id, or by a whole title in any case, oldest first', async () => {
      expect(ids((await archive.named('korea', ALL)).documents)).toEqual(['korea']);
      expect(ids((await archive.named(' Talks in Peking ', ALL)).documents)).toEqual([
        'talk-1',
        'talk-2',
      ]);
      expect(await archive.named('Truce?', ALL)).toEqual({ total: 0, documents: [] });
      expect(await archive.named('…', ALL)).toEqual({ total: 0, documents: [] });
    });

    it('of one title come by the page', async () => {
      const { total, documents } = await archive.named('talks in peking', { offset: 1, limit: 1 });
      expect([total, ids(documents)]).toEqual([2, ['talk-2']]);
    });
  });

  describe(`${name}: collections`, () => {
    it('are listed by name with their numbers', async () => {
      expect(await archive.collections()).toEqual([
        { name: 'Scraps 9', documents: 1 },
        { name: 'Scraps 10', documents: 1 },
        { name: 'Talks', documents: 2 },
      ]);
    });

    it('are told of as a whole', async () => {
      const talks = await archive.collection('Talks');
      expect(talks).toMatchObject({
        name: 'Talks',
        documents: 2,
        undated: 0,
        kinds: [{ value: 'minutes', count: 2 }],
        languages: [
          { value: 'Russian', count: 2 },
          { value: 'Chinese', count: 1 },
        ],
        rights: [],
        coverage: [coverage[0]],
      });
      expect(talks?.bySpan).toMatchObject({ unit: 'year' });
      expect(talks?.bySpan?.buckets).toHaveLength(11);
      expect(['talk-1', 'talk-2']).toContain(talks?.example.id);
      expect(await archive.collection('talks')).toBeNull();
      expect(await archive.collection('Scraps 10')).toMatchObject({ undated: 1, timeline: null });
    });

    it('that aren’t whole are named where they may matter', async () => {
      const gaps = async (asked: Parameters<typeof archive.gaps>[0]) =>
        (await archive.gaps(asked)).map(({ collection }) => collection);
      expect(await gaps({})).toEqual(['Talks']);
      expect(await gaps({ collection: 'TALKS', from: '1950-01-01' })).toEqual(['Talks']);
      expect(await gaps({ collection: 'Scraps 9' })).toEqual([]);
      expect(await gaps({ to: '1861-01-01' })).toEqual([]);
    });

    it('may be from an edition', async () => {
      expect(await archive.series()).toEqual(new Map([['Talks', series[0]]]));
    });
  });

  describe(`${name}: draws`, () => {
    it('are the same for the same seed, and reach every document', async () => {
      const drawn = async (seed: number) => (await archive.draw({}, [], seed)).document?.id;
      const first = await Promise.all([0, 1, 2, 3].map(drawn));
      expect(new Set(first)).toEqual(new Set(ids(documents)));
      expect(await Promise.all([0, 1, 2, 3].map(drawn))).toEqual(first);
      expect(ids(documents)).toContain(await drawn(2 ** 32 - 1));
    });

    it('keep to the filter, and leave out what was seen', async () => {
      const filter = { collection: 'talks' };
      expect(await archive.draw(filter, ['talk-1', 'scrap'], 7)).toMatchObject({
        document: { id: 'talk-2' },
        total: 2,
        unseen: 1,
        exhausted: [],
      });
    });

    it('say what was seen where nothing is left', async () => {
      const all = await archive.draw({ collection: 'Talks' }, ['talk-1', 'talk-2', 'scrap'], 7);
      expect(all).toMatchObject({ document: null, total: 2, unseen: 0 });
      expect(all.exhausted.toSorted()).toEqual(['talk-1', 'talk-2']);
      expect(await archive.draw({ collection: 'None' }, [], 7)).toMatchObject({
        document: null,
        total: 0,
      });
    });
  });

  describe(`${name}: everything`, () => {
    it('is summed up', async () => {
      const { readAt, added: _added, ...summary } = await archive.summary();
      expect(summary).toEqual({
        documents: 4,
        undated: 2,
        first: '1949-10-01',
        last: '1959-10-02',
        collections: await archive.collections(),
        coverage,
      });
      expect(readAt).toBeInstanceOf(Date);
    });

    it('has one document that shows most', async () => {
      expect((await archive.example())?.id).toBe('talk-2');
    });
  });
}
