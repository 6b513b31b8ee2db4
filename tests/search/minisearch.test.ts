import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMiniSearchEngine } from '../../src/search/minisearch/engine.ts';
import { createBruteForceEngine } from '../contracts/brute-force-search.ts';
import { aDate, aDay, aDocument, aPeriod } from '../support/documents.ts';
import { aQuery, ids } from './queries.ts';

const WORDS = [
  'the',
  'who',
  'Berlin',
  'Berlín’s',
  'Zhou',
  'En-lai',
  'letters',
  'letter',
  '1962',
  '毛泽东',
  'Khrushchev',
];
const text = (maxLength: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength }).map((words) => words.join(' '));
const days = ['1960-02-29', '1962-10-15', '1962-10-16', '1962-10-17', '1962-12-31', '1963-01-01'];
const someDay = fc.constantFrom(...days);
const date = fc.oneof(
  someDay.map(aDay),
  fc.constantFrom('1962', '1962-10', '1960-02').map(aPeriod),
  fc.constant(aDate()),
);
const collection = fc.constantFrom('Cuba', 'China');
const archive = fc
  .array(fc.record({ title: text(4), description: text(8), date, collection }), { maxLength: 12 })
  .map((documents) => documents.map((it, i) => aDocument({ ...it, id: `document-${i}` })));
const typed = fc.oneof(text(3), fc.constantFrom('Krushchev berlin', 'who', 'Enlai', 'none', '东'));
const filter = fc.record(
  { from: someDay, to: someDay, collection: fc.constantFrom('CUBA', 'china', 'none') },
  { requiredKeys: [] },
);

describe('MiniSearch against brute force', () => {
  it('finds the same documents, filters aside and in force', async () => {
    await fc.assert(
      fc.asyncProperty(archive, typed, filter, async (documents, text, filter) => {
        const query = aQuery(text, { filter, limit: 100 });
        const engines = [createMiniSearchEngine(documents), createBruteForceEngine(documents)];
        const [ours, theirs] = await Promise.all(engines.map((engine) => engine.search(query)));
        expect(ours && ids(ours).toSorted()).toEqual(theirs && ids(theirs).toSorted());
        expect(ours?.corrections).toEqual(theirs?.corrections);
        const [why, because] = await Promise.all(engines.map((engine) => engine.explain(query)));
        expect(why?.filters).toEqual(because?.filters);
      }),
    );
  });

  it('completes the same titles', async () => {
    const begun = fc.tuple(typed, fc.nat(12)).map(([words, end]) => words.slice(0, end));
    await fc.assert(
      fc.asyncProperty(archive, begun, async (documents, typed) => {
        // A syllable of a name, "Zhou En", isn't looked for alone, which brute force doesn't know.
        fc.pre(!/Zhou E(?!n-lai)/.test(typed));
        const engines = [createMiniSearchEngine(documents), createBruteForceEngine(documents)];
        const [ours, theirs] = await Promise.all(engines.map((it) => it.suggest(typed, 100)));
        expect(ours?.map(({ id }) => id).toSorted()).toEqual(
          theirs?.map(({ id }) => id).toSorted(),
        );
      }),
    );
  });

  it('pages through the order that one long page has', async () => {
    await fc.assert(
      fc.asyncProperty(
        archive,
        typed,
        fc.constantFrom('relevance', 'oldest', 'newest'),
        fc.integer({ min: 1, max: 5 }),
        async (documents, text, sort, limit) => {
          const engine = createMiniSearchEngine(documents);
          const whole = ids(await engine.search(aQuery(text, { sort, limit: 100 })));
          const paged: string[] = [];
          for (let offset = 0; offset < whole.length; offset += limit) {
            paged.push(...ids(await engine.search(aQuery(text, { sort, offset, limit }))));
          }
          expect(paged).toEqual(whole);
        },
      ),
    );
  });
});

describe('related documents', () => {
  const engine = createMiniSearchEngine([
    aDocument({ id: 'a', title: 'Uranium mines', date: aDay('1950-01-10'), people: ['Beria, L.'] }),
    aDocument({ id: 'far', title: 'Uranium mines', date: aDay('1960-01-10') }),
    aDocument({ id: 'near', title: 'Uranium mines', date: aDay('1950-01-13') }),
    aDocument({ id: 'named', title: 'Uranium', people: ['Beria, L.'], date: aDate() }),
    aDocument({ id: 'other', title: 'Grain', collection: 'Elsewhere' }),
  ]);

  it('are those near in time among equals, and those that name the same person', async () => {
    const related = await engine.related('a', 9);
    expect(related.map(({ document }) => document.id).filter((id) => id !== 'named')).toEqual([
      'near',
      'far',
    ]);
    const why = Object.fromEntries(related.map((hit) => [hit.document.id, hit.why]));
    expect(why.near).toMatchObject({ people: [], days: 3 });
    expect(why.near?.words.toSorted()).toEqual(['Uranium', 'mines']);
    expect(why.far?.days).toBe(3652);
    expect(why.named).toMatchObject({ people: ['Beria, L.'], days: null });
  });
});

describe('near misses', () => {
  const engine = createMiniSearchEngine([
    aDocument({ id: 'year', title: 'Grain prices', date: aPeriod('1950') }),
    aDocument({ id: 'month', title: 'Grain', date: aPeriod('1952-05') }),
    aDocument({ id: 'undated', title: 'Grain', date: aDate() }),
    aDocument({ id: 'late', title: 'Grain', date: aDay('1990-01-01'), collection: 'Elsewhere' }),
  ]);
  const missed = async (text: string, filter = {}) => {
    const { nearMisses } = await engine.explain(aQuery(text, { filter }));
    if (!nearMisses) return null;
    const { documents, ...why } = nearMisses;
    return { ...why, ids: documents.map(({ id }) => id) };
  };

  it('are nearest in time outside of the dates', async () => {
    const found = await missed('grain', { from: '1952-09-01', to: '1960-01-01' });
    expect(found).toEqual({ without: 'from', excludes: false, ids: ['month', 'year'] });
    expect(await missed('grain', { from: '1940-01-01', to: '1945-01-01' })).toEqual({
      without: 'to',
      excludes: false,
      ids: ['year', 'month', 'late'],
    });
  });

  it('are the best where a collection or a phrase kept them out', async () => {
    expect(await missed('grain prices', { collection: 'None' })).toMatchObject({
      without: 'collection',
      ids: ['year', 'undated', 'late'],
    });
    expect(await missed('grain "prices of grain"')).toMatchObject({
      ids: ['year', 'undated', 'late'],
    });
  });

  it('say whether what kept them out is an exclusion', async () => {
    expect(await missed('grain -prices -grain')).toMatchObject({
      without: 'grain',
      excludes: true,
    });
  });

  it('are none where no part alone kept documents out', async () => {
    expect(await missed('wheat', { from: '1950-01-01' })).toBeNull();
    expect(await missed('grain', { from: '1991-01-01', collection: 'None' })).toBeNull();
  });
});
