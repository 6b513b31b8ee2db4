import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/data/corpus/document.ts';
import { fingerprint } from '../../src/data/corpus/fingerprint.ts';
import {
  type AddedDocument,
  afterVersion,
  MOST_ADDED,
  MOST_IMPORTED,
  type NewAddition,
} from '../../src/store/tables/addition.ts';
import { anyDocument } from '../support/arbitrary-document.ts';
import { aDocument } from '../support/documents.ts';
import { type Current, moment } from './current-store.ts';

const added = (id: string): Document => aDocument({ id: `added-${id}`, title: `Title of ${id}` });

const act = (guild: string, ids: readonly string[], rest: Partial<NewAddition> = {}) => ({
  guild,
  by: 'ada',
  at: moment(2),
  kind: 'form' as const,
  file: null,
  documents: ids.map((id) => ({ document: added(id) })),
  ...rest,
});

/** Documents that people have added. */
export function testAdditions(name: string, current: Current): void {
  const idsOf = async (guild: string, after?: AddedDocument['position']) =>
    (await current().store.additions.documents(guild, after, 100)).map(({ id }) => id);

  describe(`${name}: additions`, () => {
    test('are kept over a restart with who added them, when and from where', async () => {
      const { open, store } = current();
      const file = { kind: 'import', file: 'Letters.csv' } as const;
      const documents = [
        { document: added('b'), line: 3, place: null },
        { document: added('a'), line: null, place: 'record 2' },
      ];
      const at = moment(3);
      const result = await store.additions.add(act('g1', [], { ...file, at, documents }));
      expect(result).toEqual({ kind: 'added', added: ['added-b', 'added-a'], present: [] });
      const { additions } = await open();
      expect(await additions.documents('g1', undefined, 10)).toEqual(
        documents.map(({ document, line, place }, index) => ({
          id: document.id,
          json: JSON.stringify(document),
          fingerprint: fingerprint(document),
          line,
          place,
          by: 'ada',
          at,
          ...file,
          position: { version: 1, index },
        })),
      );
      expect(await additions.find('g1', ['added-a', 'added-z'])).toEqual(
        new Map([['added-a', { by: 'ada', at, ...file }]]),
      );
      expect(await additions.find('g1', [])).toEqual(new Map());
    });

    test('belong to their server, which may have an id that another has', async () => {
      const { additions } = current().store;
      await additions.add(act('g1', ['a', 'b']));
      await additions.add(act('g2', ['b', 'c']));
      expect([await idsOf('g1'), await idsOf('g2')]).toEqual([
        ['added-a', 'added-b'],
        ['added-b', 'added-c'],
      ]);
      expect([await additions.count('g1'), await additions.count('g3')]).toEqual([2, 0]);
      await additions.undo('g1', 'ada', moment(1), moment(2));
      expect(await idsOf('g2')).toEqual(['added-b', 'added-c']);
      expect(await additions.find('g1', ['added-b'])).toEqual(new Map());
    });

    test('are refused where the server has them, or an addition names one twice', async () => {
      const { additions } = current().store;
      await additions.add(act('g1', ['a']));
      const again = await additions.add(act('g1', ['b', 'a', 'b']));
      expect(again).toEqual({ kind: 'added', added: ['added-b'], present: ['added-a'] });
      expect(await additions.version('g1')).toBe(2);
      expect(await additions.add(act('g1', ['a']))).toMatchObject({ added: [] });
      expect(await additions.version('g1')).toBe(2);
    });

    test('grow the version of their server alone, as does undoing them', async () => {
      const { additions } = current().store;
      expect(await additions.version('g1')).toBe(0);
      await additions.add(act('g1', ['a']));
      await additions.add(act('g1', ['b']));
      expect(await idsOf('g1', afterVersion(1))).toEqual(['added-b']);
      expect(await idsOf('g1', afterVersion(0))).toEqual(['added-a', 'added-b']);
      await additions.undo('g1', 'ada', moment(1), moment(2));
      expect([await additions.version('g1'), await additions.version('g2')]).toEqual([3, 0]);
      await additions.add(act('g1', ['c']));
      expect(await idsOf('g1', afterVersion(3))).toEqual(['added-c']);
    });

    test('are undone one at a time: the last of that person since a moment', async () => {
      const { additions } = current().store;
      await additions.add(act('g1', ['a'], { at: moment(1) }));
      await additions.add(act('g1', ['b', 'c'], { at: moment(4) }));
      await additions.add(act('g1', ['d'], { by: 'ben', at: moment(5) }));
      const undo = (by: string) => additions.undo('g1', by, moment(3), moment(5));
      expect(await undo('cem')).toBeUndefined();
      const last = {
        by: 'ada',
        at: moment(4),
        kind: 'form',
        file: null,
        version: 2,
        total: 2,
        first: [added('b'), added('c')],
      };
      expect(await additions.latest('g1', 'ada', moment(3))).toEqual(last);
      expect(await additions.latest('g1', 'ada', moment(5))).toBeUndefined();
      expect(await additions.undo('g1', 'ada', moment(3), moment(5), 1)).toBeUndefined();
      expect(await undo('ada')).toEqual(last);
      expect(await additions.latest('g1', 'ada', moment(3))).toBeUndefined();
      expect(await undo('ada')).toBeUndefined();
      expect(await idsOf('g1')).toEqual(['added-a', 'added-d']);
    });

    test('that were imported are counted for a while, also once they are undone', async () => {
      const { additions } = current().store;
      const imported = { kind: 'import', file: 'A.csv' } as const;
      await additions.add(act('g1', ['a'], { ...imported, at: moment(1) }));
      await additions.add(act('g1', ['b'], { ...imported, at: moment(3) }));
      await additions.add(act('g1', ['c'], { at: moment(3) }));
      expect(await additions.importsSince('g1', moment(2))).toBe(1);
      await additions.undo('g1', 'ada', moment(1), moment(4));
      await additions.undo('g1', 'ada', moment(1), moment(4));
      expect(await additions.importsSince('g1', moment(2))).toBe(1);
      await additions.forgetUndoneBefore(moment(4));
      expect(await additions.importsSince('g1', moment(2))).toBe(1);
      await additions.forgetUndoneBefore(moment(5));
      expect([await additions.importsSince('g1', moment(0)), await idsOf('g1')]).toEqual([
        1,
        ['added-a'],
      ]);
    });

    test('come all, a page at a time, and none beyond what a server may have', async () => {
      const { additions } = current().store;
      const many = (from: number, to: number) =>
        Array.from({ length: to - from }, (_, index) => `n-${from + index}`);
      await additions.add(act('g1', many(0, MOST_ADDED - 1)));
      const one = many(MOST_ADDED - 2, MOST_ADDED);
      const two = many(MOST_ADDED - 1, MOST_ADDED + 1);
      expect(await additions.add(act('g1', two))).toEqual({
        kind: 'too many',
        held: MOST_ADDED - 1,
        fresh: 2,
      });
      expect([await additions.count('g1'), await additions.version('g1')]).toEqual([
        MOST_ADDED - 1,
        1,
      ]);
      expect(await additions.add(act('g1', one))).toMatchObject({ kind: 'added' });
      let last: AddedDocument['position'] | undefined;
      const ids: string[] = [];
      for (;;) {
        const page = await additions.documents('g1', last, 3000);
        ids.push(...page.map(({ id }) => id));
        last = page.at(-1)?.position;
        if (page.length < 3000) break;
      }
      expect(ids).toEqual(many(0, MOST_ADDED).map((id) => `added-${id}`));
    });

    test('of several at once all arrive, each document once, within the limit', async () => {
      const other = await current().open();
      const stores = [current().store, other, current().store, other];
      const results = await Promise.all(
        stores.map(({ additions }, at) => additions.add(act('g1', ['same', `own-${at}`]))),
      );
      const all = results.flatMap((result) => (result.kind === 'added' ? result.added : []));
      expect(all.toSorted()).toEqual([...stores.map((_, at) => `added-own-${at}`), 'added-same']);
      expect(await other.additions.version('g1')).toBe(4);
    });

    test('that are imported at the same time are no more than a server may import', async () => {
      const other = await current().open();
      const stores = [current().store, other, current().store, other];
      const importing = (one: string, at: Date) => act('g1', [one], { kind: 'import', at });
      const once = (at: Date) =>
        Promise.all(
          [...stores, ...stores].map(({ additions }, number) =>
            additions.add(importing(`${at.getTime()}-${number}`, at)),
          ),
        );
      const kinds = (results: Awaited<ReturnType<typeof once>>) =>
        Object.fromEntries(
          Map.groupBy(results, ({ kind }) => kind)
            .entries()
            .map(([kind, of]) => [kind, of.length]),
        );
      expect(kinds(await once(moment(2)))).toEqual({ added: 5, 'too often': 3 });
      const { additions } = current().store;
      expect([await additions.count('g1'), await additions.version('g1')]).toEqual([5, 5]);
      // What is typed, or imported elsewhere, or holds nothing new, isn't counted.
      expect(await additions.add(act('g1', ['typed']))).toMatchObject({ kind: 'added' });
      expect(await additions.add({ ...importing('x', moment(2)), guild: 'g2' })).toMatchObject({
        kind: 'added',
      });
      expect(await additions.add(importing('typed', moment(2)))).toMatchObject({ added: [] });
      const later = new Date(moment(2).getTime() + MOST_IMPORTED.withinMs + 1);
      expect(await additions.add(importing('later', later))).toMatchObject({ kind: 'added' });
    });

    test('are kept as they were, whatever they say', async () => {
      const { additions } = current().store;
      let guild = 0;
      await fc.assert(
        fc.asyncProperty(anyDocument, async (document) => {
          guild += 1;
          const documents = [{ document }];
          await additions.add(act(`any-${guild}`, [], { documents }));
          const [kept] = await additions.documents(`any-${guild}`, undefined, 1);
          expect(JSON.parse(kept?.json ?? '')).toEqual(document);
        }),
        { numRuns: 30 },
      );
    });
  });
}
