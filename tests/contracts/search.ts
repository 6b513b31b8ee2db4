import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/data/corpus/document.ts';
import { parseDate } from '../../src/data/dates/parse.ts';
import type { SearchEngine } from '../../src/search/archive.ts';
import type { Filter } from '../../src/search/questions.ts';
import { stem } from '../../src/search/text/analysis.ts';
import { aQuery, found, HOSTILE, ids, marked, plain } from '../search/queries.ts';
import { aDay, aDocument, aPeriod } from '../support/documents.ts';
import type { Skips } from './archive.ts';

type Create = (documents: readonly Document[]) => SearchEngine;

/** Finding by words: which documents and in what order, never a score. */
export function testSearch(name: string, create: Create, skips: Skips = {}): void {
  const over = (...documents: Partial<Document>[]) => create(documents.map(aDocument));
  const titled = (titles: Record<string, string>) =>
    over(...Object.entries(titles).map(([id, title]) => ({ id, title })));

  describe(`${name}: order`, () => {
    it('puts a word of the title before the same word of the text', async () => {
      const engine = over(
        { id: 'a', title: 'Report on trade', description: 'Famine and its causes.' },
        { id: 'b', title: 'Report on famine', description: 'Trade and its causes.' },
      );
      expect(await found(engine, 'famine')).toEqual(['b', 'a']);
      expect(await found(engine, 'trade')).toEqual(['a', 'b']);
    });

    it('puts the document whose whole title was typed first', async () => {
      const engine = over(
        { id: 'a', title: 'Berlin, Berlin crisis', description: 'Berlin crisis. Berlin crisis.' },
        { id: 'b', title: 'Crisis in Berlin and elsewhere' },
        { id: 'c', title: 'The Berlin crisis', description: 'Of wheat, rye, oats and barley.' },
      );
      expect((await found(engine, 'the berlin CRISIS!'))[0]).toBe('c');
    });

    it('puts the document whose id was typed first', async () => {
      const engine = titled({ 'frus-d1': 'Other', 'frus-d2': 'frus d1', 'frus-d3': 'frus d1 d1' });
      expect((await found(engine, ' FRUS-d1 '))[0]).toBe('frus-d1');
    });

    it('lets one rare word outweigh two common ones', async () => {
      const many = (count: number, title: string) =>
        Array.from({ length: count }, (_, i) => ({
          id: `${title.slice(0, 5)}${i}`.toLowerCase(),
          title,
        }));
      const engine = over(
        ...many(10, 'Adams letter'),
        ...many(2, 'Uranium mine'),
        ...many(9, 'Grain trade'),
      );
      const best = await found(engine, 'adams letter uranium', { limit: 2 });
      expect(best).toEqual(['urani0', 'urani1']);
    });

    it('orders equals by id, whatever the order in which they came', async () => {
      const same = ['d', 'a', 'c', 'b'].map((id) => aDocument({ id, title: 'Telegram' }));
      for (const documents of [same, same.toReversed()]) {
        expect(await found(create(documents), 'telegram')).toEqual(['a', 'b', 'c', 'd']);
      }
    });

    it('turns pages that together hold every hit once', async () => {
      const titles = Array.from(
        { length: 23 },
        (_, i) => [`d${i}`, i % 3 ? 'Letter' : 'Letter of'] as const,
      );
      const engine = titled(Object.fromEntries(titles));
      const pages = await Promise.all(
        [0, 5, 10, 15, 20, 25].map((offset) =>
          engine.search(aQuery('letter', { offset, limit: 5 })),
        ),
      );
      expect(pages.map(({ total }) => total)).toEqual(Array(6).fill(23));
      expect(pages.map(({ hits }) => hits.length)).toEqual([5, 5, 5, 5, 3, 0]);
      expect(new Set(pages.flatMap(ids)).size).toBe(23);
    });

    it.skipIf(skips.ranking)('says how hits were ranked, where one asks', async () => {
      const engine = over(
        { id: 'a', title: 'Report on trade', description: 'Of famine, trade and trade again.' },
        { id: 'b', title: 'Report on famine', description: 'Letter.' },
        { id: 'c', title: 'Letter', description: 'Trade and its causes.' },
      );
      const { ranking } = await engine.search(aQuery('famine trade', { ranks: true, limit: 1 }));
      const order = await found(engine, 'famine trade');
      expect(ranking?.first.map(({ id }) => id)).toEqual(order);
      const scores = ranking?.first.map(({ score }) => score) ?? [];
      expect(scores).toEqual(scores.toSorted((one, other) => other - one));
      expect(ranking?.words).toMatchObject({ documents: 3, withTexts: false });
      expect(ranking?.words.meanLength).toBeGreaterThan(2);
      expect(ranking?.words.frequencies).toEqual(
        new Map([
          [stem('famine'), 2],
          [stem('trade'), 2],
        ]),
      );
      expect((await engine.search(aQuery('famine'))).ranking).toBeUndefined();
    });

    it('sorts by date, the undated last at both ends', async () => {
      const engine = over(
        { id: 'undated', title: 'Note' },
        { id: 'late', title: 'Note', date: aDay('1962-10-16') },
        { id: 'early', title: 'Note', date: aDay('1949-12-22') },
      );
      expect(await found(engine, 'note', { sort: 'oldest' })).toEqual(['early', 'late', 'undated']);
      expect(await found(engine, 'note', { sort: 'newest' })).toEqual(['late', 'early', 'undated']);
    });
  });

  describe(`${name}: spellings`, () => {
    const engine = titled({
      lodz: 'Strike in Łódź',
      kobenhavn: 'Embassy in København',
      zhou: 'Zhou En-lai speaks',
      enlai: 'Chou Enlai listens',
      ch: 'Dean Acheson’s reply to the chargé d’affaires',
      mao: '毛泽东致斯大林',
      tokyo: '东京会谈',
      ru: 'Письмо Горбачёва',
      years: 'Plan of 1962',
      cat: 'The cat memorandum',
    });

    it.each([
      ['lodz', ['lodz']],
      ['ŁÓDŹ', ['lodz']],
      ['kobenhavn', ['kobenhavn']],
      ['KØBENHAVN', ['kobenhavn']],
      ['acheson', ['ch']],
      ["Acheson's", ['ch']],
      ['charge', ['ch']],
      ['affaires', ['ch']],
      ["d'affaires", ['ch']],
      ['En lai', ['zhou']],
      ['泽东', ['mao']],
      ['毛', ['mao']],
      ['горбачева', ['ru']],
      ['speaking', ['zhou']],
    ])('finds %s', async (typed, expected) => {
      expect(await engine.search(aQuery(typed))).toMatchObject({ corrections: [] });
      expect(await found(engine, typed)).toEqual(expected);
    });

    it('finds a hyphenated name written as one, and the other way about', async () => {
      expect((await found(engine, 'Enlai')).toSorted()).toEqual(['enlai', 'zhou']);
      expect((await found(engine, 'En-lai')).toSorted()).toEqual(['enlai', 'zhou']);
    });

    it.each([
      ['achesno', 'acheson', 'ch', 'one slip, of two letters swapped'],
      ['memorandun', 'memorandum', 'cat', 'one slip in a long word'],
      ['memurandun', 'memorandum', 'cat', 'two slips in a long word'],
      ['enbassy', 'embassy', 'kobenhavn', 'one slip in a middling word'],
    ])('corrects %s to %s', async (typed, used, id) => {
      const page = await engine.search(aQuery(typed));
      expect(page.corrections).toEqual([{ typed, used }]);
      expect(ids(page)).toEqual([id]);
    });

    it.each([
      ['cta', 'is too short'],
      ['enbasy', 'is two slips from a middling word'],
      ['1963', 'is a number'],
      ['qwertyuiop', 'is near nothing'],
    ])('leaves %s as it is: it %s', async (typed) => {
      const unknown = [typed];
      const nothing = {
        total: 0,
        hits: [],
        corrections: [],
        unknown,
        facets: null,
        otherNames: [],
        readAs: [],
      };
      expect(await engine.search(aQuery(typed))).toEqual(nothing);
    });

    it('never corrects a word that the corpus knows', async () => {
      const known = titled({ a: 'Sean writes', b: 'Seal of state', c: 'Seal of office' });
      expect(await known.search(aQuery('sean'))).toMatchObject({ total: 1, corrections: [] });
    });

    it('searches titles for words too common to search texts by', async () => {
      const band = over(
        { id: 'a', title: 'The end', description: 'Who is it?' },
        { id: 'b', title: 'The Who' },
        { id: 'c', title: 'Berlin' },
      );
      expect((await found(band, 'the who'))[0]).toBe('b');
      expect(await found(band, 'the')).toEqual(['a', 'b']);
    });
  });

  describe(`${name}: filters`, () => {
    const engine = over(
      { id: 'day', title: 'Note', date: aDay('1962-10-16') },
      { id: 'leap', title: 'Note', date: aDay('1960-02-29') },
      { id: 'month', title: 'Note', date: aPeriod('1962-10') },
      { id: 'year', title: 'Note', date: aPeriod('1962'), collection: 'Cuba' },
      { id: 'undated', title: 'Note' },
    );
    const filtered = async (filter: { from?: string; to?: string; collection?: string }) =>
      (await found(engine, 'note', { filter })).toSorted();

    it('takes the first and the last day in', async () => {
      expect(await filtered({ from: '1962-10-16', to: '1962-10-16' })).toEqual([
        'day',
        'month',
        'year',
      ]);
      expect(await filtered({ from: '1962-10-17', to: '1962-10-31' })).toEqual(['month', 'year']);
      expect(await filtered({ from: '1962-11-01' })).toEqual(['year']);
      expect(await filtered({ to: '1960-02-29' })).toEqual(['leap']);
      expect(await filtered({ to: '1960-02-28' })).toEqual([]);
    });

    it('leaves the undated out of any span, and in without one', async () => {
      expect(await filtered({ from: '0001-01-01' })).not.toContain('undated');
      expect(await filtered({})).toContain('undated');
    });

    it('takes a collection by its whole name in any case', async () => {
      expect(await filtered({ collection: 'cuba' })).toEqual(['year']);
      expect(await filtered({ collection: 'Cub' })).toEqual([]);
      expect(await filtered({ collection: 'Cuba', to: '1961-12-31' })).toEqual([]);
    });

    it('explains which filter emptied the page', async () => {
      const filter = { from: '1990-01-01', collection: 'Cuba' };
      expect((await engine.explain(aQuery('note', { filter }))).filters).toEqual([
        { name: 'from', totalWithout: 1 },
        { name: 'collection', totalWithout: 0 },
      ]);
    });

    it('explains which word is nowhere, with real words that are near', async () => {
      const letters = titled({ a: 'Stories of Malenkov', b: 'Stories of Molotov' });
      const { words, filters } = await letters.explain(
        aQuery('the storeis of Malinkov 1953 stories'),
      );
      expect(filters).toEqual([]);
      expect(words).toEqual([
        { word: 'storeis', total: 0, nearest: ['stories'] },
        { word: 'Malinkov', total: 0, nearest: ['malenkov'] },
        { word: '1953', total: 0, nearest: [] },
        { word: 'stories', total: 2, nearest: [] },
      ]);
    });
  });

  describe(`${name}: facets`, () => {
    const engine = over(
      { id: 'a', title: 'Note', date: aDay('1962-10-16'), people: ['Mao', 'Zhou'] },
      { id: 'b', title: 'Note', date: aDay('1969-03-02'), people: ['Zhou'], creators: ['Zhou'] },
      { id: 'c', title: 'Note', date: parseDate('1958-1961').date, collection: 'Cuba' },
      { id: 'd', title: 'Note', date: parseDate('1948-1950').date },
      { id: 'e', title: 'Other', collection: 'Cuba', creators: ['Castro'] },
    );
    const facets = async (filter: Filter = {}) =>
      (await engine.search(aQuery('note', { facets: true, filter, limit: 1 }))).facets;

    it('count over all hits, not over the page', async () => {
      const { collections, decades, people } = (await facets()) ?? {};
      expect(collections?.find(({ value }) => value === 'Cuba')?.count).toBe(1);
      expect(collections?.reduce((sum, one) => sum + one.count, 0)).toBe(4);
      expect(decades).toEqual([
        { value: '1940', count: 1 },
        { value: '1950', count: 2 },
        { value: '1960', count: 3 },
      ]);
      expect(people).toEqual([
        { value: 'Zhou', count: 2 },
        { value: 'Mao', count: 1 },
      ]);
    });

    it('count what a filter by them would keep', async () => {
      for (const { value, count } of (await facets())?.people ?? []) {
        const kept = await found(engine, 'note', { filter: { person: value } });
        expect(kept).toHaveLength(count);
      }
      for (const { value, count } of (await facets())?.decades ?? []) {
        const filter = { from: `${value}-01-01`, to: `${value.slice(0, 3)}9-12-31` };
        expect(await found(engine, 'note', { filter })).toHaveLength(count);
      }
    });

    it('are not counted where nobody asks', async () => {
      expect((await engine.search(aQuery('note'))).facets).toBeNull();
    });
  });

  describe(`${name}: syntax`, () => {
    const engine = over(
      {
        id: 'gap',
        title: 'The missile gap',
        description: 'A report of missiles.',
        date: aDay('1960-03-01'),
        people: ['Kennedy, John F.'],
      },
      {
        id: 'cuba',
        title: 'Missiles in Cuba',
        description: 'Closing the gap. Missile sites are seen.',
        date: aDay('1962-10-16'),
        places: ['Cuba'],
        subjects: ['Missiles'],
      },
      {
        id: 'turkey',
        title: 'Letter on Turkey',
        description: 'On Cuba, and a missile; then a gap in the wire to Kennedy.',
        date: aDay('1963-01-05'),
        collection: 'Jupiter papers',
        creators: ['Hare, Raymond'],
      },
      { id: 'who', title: 'Undated', description: 'He asked: to be or not to be?' },
    );
    const given = async (text: string) => (await found(engine, text)).toSorted();

    it.each([
      ['"missile gap"', ['gap']],
      ['“Missile Gap”', ['gap']],
      ['"closing the gap"', ['cuba']],
      ['"to be or not to be"', ['who']],
      ['"missile in"', []],
      ['missile -cuba', ['gap']],
      ['missile -"missile gap" -place:cuba', ['turkey']],
      ['title:missile', ['cuba', 'gap']],
      ['title:cuba', ['cuba']],
      ['person:kennedy', ['gap']],
      ['person:"Raymond"', ['turkey']],
      ['place:cuba', ['cuba']],
      ['subject:missiles', ['cuba']],
      ['collection:jupiter', ['turkey']],
      ['from:1962', ['cuba', 'turkey']],
      ['missile to:1961', ['gap']],
      ['in:1962', ['cuba']],
      ['in:"October 1962" missile', ['cuba']],
      ['from:1961 to:1962', ['cuba']],
      ['coll:jupiter', ['turkey']],
      ['Since:1962', ['cuba', 'turkey']],
      ['missile until:1961', ['gap']],
      ['since:"1 January 1961" until:1962', ['cuba']],
      ['-cuba', ['gap', 'who']],
      ['"missile gap" OR "closing the gap"', ['cuba', 'gap']],
      ['turkey OR title:"missile gap" missile', ['gap', 'turkey']],
      ['missile title:undated', ['who']],
    ])('%s', async (text, expected) => {
      expect(await given(text)).toEqual(expected);
    });

    it('ranks what holds a phrase by its words, too', async () => {
      expect((await found(engine, '"missile" gap'))[0]).toBe('gap');
    });

    it('never corrects a phrase', async () => {
      const page = await engine.search(aQuery('"misile"'));
      expect(page).toMatchObject({ total: 0, corrections: [], readAs: ['“misile”'] });
    });

    it('leaves words as they are where one asks for it', async () => {
      const page = await engine.search(aQuery('misile', { corrects: false }));
      expect(page).toMatchObject({ total: 0, corrections: [], unknown: ['misile'] });
    });

    it('reads prose as words, and says so', async () => {
      const text = 'What did he say of a "closing gap" -missiles when he came to town?';
      const page = await engine.search(aQuery(text));
      expect(page.readAs).toEqual(['prose, its quotation marks and signs as words']);
      expect(page.total).toBeGreaterThan(1);
    });

    it('says how it was read', async () => {
      const text = '"missile gap" -turkey person:"Zhou Enlai" from:1950 to:nowhere';
      expect((await engine.search(aQuery(text))).readAs).toEqual([
        '“missile gap”',
        'person: “Zhou Enlai”',
        'without turkey',
        'from 1950',
        '“to:nowhere” as words: it isn’t a date',
      ]);
    });

    it('takes any text', async () => {
      const bit = fc.constantFrom(
        '"',
        '“',
        '”',
        '-',
        'OR',
        ' ',
        'missile',
        'title:',
        'in:',
        '1962',
      );
      const any = fc.array(bit).map((bits) => bits.join(''));
      await fc.assert(
        fc.asyncProperty(any, async (text) => {
          const { total, hits } = await engine.search(aQuery(text));
          expect(hits.length).toBe(total);
        }),
      );
    });
  });

  describe(`${name}: snippets`, () => {
    const filler = 'Nothing of note is said here about anything at all. '.repeat(8);
    const engine = over(
      {
        id: 'a',
        title: 'A',
        description: `${filler}The ambassador was negotiating a treaty. ${filler}`,
      },
      { id: 'b', title: 'On Berlin' },
    );

    it('marks the words and their other forms in the passage that has most of them', async () => {
      const [hit] = (await engine.search(aQuery('negotiation of treaties'))).hits;
      expect(marked(hit?.snippet ?? [])).toEqual(['negotiating', 'treaty']);
      expect(plain(hit?.snippet ?? [])).toMatch(/^….+…$/);
    });

    it('shows the title where there is no description', async () => {
      const [hit] = (await engine.search(aQuery('berlin'))).hits;
      expect(hit?.snippet).toEqual([
        { text: 'On ', match: false },
        { text: 'Berlin', match: true },
      ]);
    });
  });

  describe(`${name}: suggestions`, () => {
    const engine = titled({
      a: 'Soviet Union and China',
      b: 'Soviets',
      c: 'Soviet',
      d: 'Berlin Wall',
      e: 'The sovietisation of Hungary',
    });
    const suggested = async (typed: string, limit = 25) =>
      (await engine.suggest(typed, limit)).map(({ id }) => id);

    it('puts the exact title before the whole word before its beginning', async () => {
      expect(await suggested('soviet')).toEqual(['c', 'a', 'b', 'e']);
    });

    it('asks for all the words, the last perhaps unfinished, in any order', async () => {
      expect(await suggested('soviet ch')).toEqual(['a']);
      expect(await suggested('china sov')).toEqual(['a']);
      expect(await suggested('the')).toEqual(['e']);
    });

    it('prefers a finished word and the exact title to a shorter title, after other words too', async () => {
      const treaties = titled({
        a: 'Treaty unions',
        b: 'Treaty of the economic union',
        c: 'Union and treaty',
        d: 'Treaty, and a union',
      });
      const given = async (typed: string) => (await treaties.suggest(typed, 9)).map(({ id }) => id);
      expect((await given('treaty union')).at(-1)).toBe('a');
      expect((await given('treaty and a union'))[0]).toBe('d');
    });

    it('knows an id, and what is misspelt', async () => {
      expect((await suggested('d'))[0]).toBe('d');
      expect(await suggested('Belrin')).toEqual(['d']);
    });

    it('has something to offer before anything is typed', async () => {
      expect(await suggested('')).toHaveLength(5);
      expect(new Set(await suggested('  ', 3)).size).toBe(3);
    });

    it('gives at most as many as asked for, each once', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(fc.string(), fc.constantFrom('s', 'so', 'soviet', 'the so', 'ber w', 'd')),
          fc.nat(6),
          async (typed, limit) => {
            const given = await suggested(typed, limit);
            expect(given.length).toBeLessThanOrEqual(limit);
            expect(new Set(given).size).toBe(given.length);
          },
        ),
      );
    });
  });

  describe(`${name}: related`, () => {
    const uranium = over(
      { id: 'a', title: 'Uranium mining', description: 'Report on uranium for the committee.' },
      { id: 'b', title: 'Uranium exports', description: 'Letter to the committee.' },
      { id: 'c', title: 'Grain exports', description: 'Letter to the committee.' },
      { id: 'd', title: 'Grain', description: 'Note to the committee.' },
    );

    it('finds what shares the telling words, and never the document itself', async () => {
      const related = await uranium.related('a', 2);
      expect(ids({ hits: related })[0]).toBe('b');
      expect(ids({ hits: await uranium.related('a', 10) })).not.toContain('a');
      expect(marked(related[0]?.snippet ?? [])).toContain('committee');
      expect(related).toHaveLength(2);
    });

    it('goes by rare words that are shared, not by common ones nor by its own', async () => {
      const words = (name: string) => Array.from({ length: 30 }, (_, i) => `${name}${i}`).join(' ');
      const common = words('common');
      const engine = over(
        { id: 'a', title: 'A', description: `${common} ${words('own')} plutonium` },
        { id: 'b', title: 'B', description: 'plutonium' },
        ...Array.from({ length: 20 }, (_, i) => ({ id: `c${i}`, title: 'C', description: common })),
      );
      expect(ids({ hits: await engine.related('a', 1) })).toEqual(['b']);
    });

    it('finds nothing for an unknown id', async () => {
      expect(await uranium.related('__proto__', 5)).toEqual([]);
    });
  });

  describe(`${name}: any text`, () => {
    const engine = titled({ a: 'Berlin', b: 'constructor', c: '毛泽东' });
    const answers = async (text: string) => {
      const { total, hits } = await engine.search(aQuery(text, { limit: 2 }));
      expect(hits.length).toBe(Math.min(total, 2));
      expect(total).toBeLessThanOrEqual(3);
      expect(Array.isArray(await engine.suggest(text, 25))).toBe(true);
      expect((await engine.explain(aQuery(text))).filters).toEqual([]);
    };

    it.each(HOSTILE)('has an answer: %j', answers);

    it('has an answer, whatever the characters', async () => {
      await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), answers));
    });

    it.skipIf(skips.empty)('has an answer from no documents at all', async () => {
      const empty = create([]);
      const nothing = {
        total: 0,
        hits: [],
        corrections: [],
        unknown: ['berlin'],
        facets: null,
        otherNames: [],
        readAs: [],
      };
      expect(await empty.search(aQuery('berlin'))).toEqual(nothing);
      expect(await empty.suggest('', 5)).toEqual([]);
    });
  });
}
