import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/data/dates/parse.ts';
import type { DayEntry } from '../../src/search/answers.ts';
import type { Window } from '../../src/search/questions.ts';
import { aDocument } from '../support/documents.ts';
import type { Create } from './archive.ts';

const ALL: Window = { offset: 0, limit: 100 };
const dated = (texts: Record<string, string>) =>
  Object.entries(texts).map(([id, text]) =>
    aDocument({ id, title: text, date: parseDate(text).date }),
  );
const ids = (documents: readonly { id: string }[]) => documents.map(({ id }) => id);

/** When documents are from. */
export function testDates(name: string, create: Create): void {
  describe(`${name}: spans`, () => {
    const archive = create({
      documents: dated({
        undated: 'undated',
        year: '1962',
        month: 'October 1962',
        day: '16 October 1962',
        open: 'after 16 October 1962',
        early: '44 BCE',
      }),
    });
    const found = async (span: { from?: string; to?: string }, window = ALL) =>
      ids((await archive.overlapping(span, window)).documents);

    it('hold what can be of them, by first day, exact dates before partial ones', async () => {
      const october = { from: '1962-10-01', to: '1962-10-31' };
      expect(await found(october)).toEqual(['year', 'month', 'day', 'open']);
      expect(await found({ from: '1962-10-17' })).toEqual(['year', 'month', 'open']);
      expect(await found({ to: '1900-01-01' })).toEqual(['early']);
    });

    it('without ends hold everything, the undated last', async () => {
      expect(await found({})).toEqual(['early', 'year', 'month', 'day', 'open', 'undated']);
    });

    it('come by the page, with how many there are and how many are undated', async () => {
      const window = { offset: 1, limit: 2 };
      const page = await archive.overlapping({ from: '1962-01-01' }, window);
      expect(page).toMatchObject({ total: 4, undated: 1 });
      expect(ids(page.documents)).toEqual(['month', 'day']);
      expect(await found({}, { offset: 90, limit: 9 })).toEqual([]);
    });
  });

  describe(`${name}: days of the year`, () => {
    const archive = create({
      documents: dated({
        later: '16 October 1962',
        first: '16 October 1950',
        circa: 'c. 16 October 1949',
        short: '14-18 October 1961',
        month: 'October 1962',
        summer: '4 July 1776',
        leap: '29 February 1960',
      }),
    });
    const on = (month: number, day: number, window = ALL, year = 2026) =>
      archive.anniversaries({ month, day }, year, window);
    const told = (entries: readonly DayEntry[]) =>
      entries.map(({ kind, document }) => `${kind} ${document.id}`);

    it('have what is certain, then what is doubtful, and count the month’s apart', async () => {
      const found = await on(10, 16);
      expect(found).toMatchObject({ certain: 2, monthOnly: 1, total: 4 });
      expect(told(found.entries)).toEqual([
        'certain first',
        'certain later',
        'perhaps circa',
        'perhaps short',
      ]);
      expect(found.entries[2]).toMatchObject({ reason: 'circa' });
      expect(found.nearest).toEqual({ before: undefined, after: undefined });
    });

    it('come by the page', async () => {
      const found = await on(10, 16, { offset: 1, limit: 2 });
      expect(told(found.entries)).toEqual(['certain later', 'perhaps circa']);
      expect(found.total).toBe(4);
    });

    it('without anything certain lead to the nearest, round the turn of the year', async () => {
      const found = await on(1, 1);
      expect(found).toMatchObject({
        certain: 0,
        total: 3,
        nearest: {
          before: { month: 10, day: 16, documents: 2 },
          after: { month: 2, day: 29, documents: 1 },
        },
      });
      expect(told(found.entries)).toEqual(['before first', 'before later', 'after leap']);
    });

    it('of 28 February have the leap day’s in years without one', async () => {
      const [common, leap] = [await on(2, 28), await on(2, 28, ALL, 2024)];
      expect(common.entries).toMatchObject([{ kind: 'certain', label: '29 February' }]);
      expect(leap).toMatchObject({ certain: 0, nearest: { after: { month: 2, day: 29 } } });
    });

    it('of nothing dated are empty', async () => {
      const none = create({ documents: dated({ a: 'undated' }) });
      expect(await none.anniversaries({ month: 1, day: 1 }, 2026, ALL)).toEqual({
        certain: 0,
        monthOnly: 0,
        nearest: { before: undefined, after: undefined },
        total: 0,
        entries: [],
      });
    });

    it('leave to the month what has no day', async () => {
      const { total, documents } = await archive.ofMonth(10, ALL);
      expect([total, ids(documents)]).toEqual([1, ['month']]);
      expect(await archive.ofMonth(11, ALL)).toEqual({ total: 0, documents: [] });
      expect(await archive.ofMonth(10, { offset: 0, limit: 0 })).toEqual({
        total: 1,
        documents: [],
      });
    });
  });

  describe(`${name}: timelines`, () => {
    const archive = create({
      documents: [
        aDocument({ id: 'a', title: 'Border talks', date: parseDate('1 May 1950').date }),
        aDocument({ id: 'b', title: 'Border talks', date: parseDate('2 May 1950').date }),
        aDocument({ id: 'c', title: 'Grain talks', date: parseDate('3 May 1952').date }),
        aDocument({ id: 'd', title: 'Grain', date: parseDate('1950s').date, collection: 'Cuba' }),
        aDocument({ id: 'e', title: 'Grain', date: parseDate('').date }),
      ],
    });

    it('count what is found against all', async () => {
      const { meant, timeline } = await archive.timeline({ text: 'border', filter: {} });
      expect(meant).toBe(2);
      expect(timeline?.buckets.reduce((sum, one) => sum + one.meant, 0)).toBe(2);
      expect(timeline?.undated).toEqual({ all: 1, meant: 0 });
    });

    it('of everything count everything', async () => {
      const { meant, timeline } = await archive.timeline({ filter: {} });
      expect(meant).toBe(5);
      expect(timeline).toMatchObject({ unit: 'year', undated: { all: 1, meant: 1 } });
      expect(timeline?.buckets.map(({ from, meant }) => [from, meant])).toEqual([
        ['1950-01-01', 2],
        ['1951-01-01', 0],
        ['1952-01-01', 1],
        ...[3, 4, 5, 6, 7, 8, 9].map((year) => [`195${year}-01-01`, 0]),
      ]);
      expect(timeline?.rough).toEqual({ all: 1, meant: 1 });
    });

    it('are counted between the days, and by the unit, that one asks for', async () => {
      const by = { unit: 'year' as const, from: '1949-01-01', to: '1952-12-31' };
      const { timeline } = await archive.timeline({ text: 'border', filter: {}, by });
      expect(timeline?.buckets).toEqual([
        { from: '1949-01-01', all: 0, meant: 0 },
        { from: '1950-01-01', all: 2, meant: 2 },
        { from: '1951-01-01', all: 0, meant: 0 },
        { from: '1952-01-01', all: 1, meant: 0 },
      ]);
      expect(timeline?.rough).toEqual({ all: 1, meant: 0 });
    });

    it('keep to the filter', async () => {
      const cuba = await archive.timeline({ filter: { collection: 'cuba' } });
      expect(cuba.meant).toBe(1);
      const of1950 = { from: '1950-01-01', to: '1950-12-31' };
      expect((await archive.timeline({ text: 'grain', filter: of1950 })).meant).toBe(1);
      expect((await archive.timeline({ filter: of1950 })).meant).toBe(3);
    });

    it('of nothing found, or nothing dated, are none', async () => {
      expect(await archive.timeline({ text: 'uranium', filter: {} })).toEqual({
        meant: 0,
        timeline: null,
      });
    });
  });
}
