import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import type { DigestNews } from '../../src/store/tables/digests.ts';
import { type Current, moment } from './current-store.ts';

const HOUR_MS = 60 * 60 * 1000;
const news: DigestNews = { total: 2, changed: 1, documents: ['a', 'b'] };
const asked = { query: 'missiles “in” Turkey', words: [] };

const watched = (store: Store, owner: string, seen: number, guild?: string, channel?: string) =>
  store.watches.add({ owner, guild, channel, question: asked, createdAt: moment(1), seen });

/** What people want to be told of, what they are told, and what is known of the archive. */
export function testWatches(name: string, current: Current): void {
  describe(`${name}: what is known of the archive`, () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, content: `says ${id}` }));
    const all = [a, b, c].flatMap((one) => one ?? []);

    test('is entered once, in changes that end', async () => {
      const { knownDocuments } = current().store;
      expect([await knownDocuments.isBegun(''), await knownDocuments.lastChange()]).toEqual([
        false,
        0,
      ]);
      await knownDocuments.add('', all.slice(0, 1));
      await knownDocuments.endChange('', moment(1));
      expect([await knownDocuments.isBegun(''), await knownDocuments.isBegun('g')]).toEqual([
        true,
        false,
      ]);
      // Nothing was entered: there is no change.
      await knownDocuments.endChange('', moment(2));
      expect(await knownDocuments.lastChange()).toBe(1);
      expect(await knownDocuments.lacking('', all)).toEqual(all.slice(1));
      expect(await knownDocuments.lacking('g', all)).toEqual(all);
      const fresh = all.map((one) => ({ ...one, news: 'new' as const }));
      await knownDocuments.add('', fresh);
      await knownDocuments.add('', [{ id: 'a', content: 'otherwise', news: 'changed' }]);
      // The process dies here, and the next one goes on.
      await knownDocuments.add('', fresh);
      expect(await knownDocuments.lastChange()).toBe(1);
      await knownDocuments.endChange('', moment(3));
      expect(await knownDocuments.newsBetween('', 1, 2)).toEqual([
        { id: 'a', news: 'changed', change: 2 },
        { id: 'b', news: 'new', change: 2 },
        { id: 'c', news: 'new', change: 2 },
      ]);
      expect(await knownDocuments.newsBetween('', 0, 1)).toEqual([]);
      expect(await knownDocuments.newsBetween('g', 0, 9)).toEqual([]);
    });

    test('of an empty scope is a change as well, and numbers go on after those that watches saw', async () => {
      const { store } = current();
      await watched(store, 'u1', 7);
      await store.knownDocuments.endChange('g', moment(1));
      expect(await store.knownDocuments.isBegun('g')).toBe(true);
      expect(await store.knownDocuments.lastChange()).toBe(8);
    });

    test('is found by what it says, and by its ids', async () => {
      const { knownDocuments } = current().store;
      await knownDocuments.add('', [...all, { id: 'd', content: 'says a' }]);
      const same = await knownDocuments.sayingSame('', ['says a', 'says nothing']);
      expect(same.map(({ id }) => id).toSorted()).toEqual(['a', 'd']);
      expect(await knownDocuments.among('', ['a', 'x'])).toEqual(new Set(['a']));
      expect(await knownDocuments.among('g', ['a'])).toEqual(new Set());
      expect(await knownDocuments.lacking('', [])).toEqual([]);
    });
  });

  describe(`${name}: watches`, () => {
    test('belong to a person, and are asked until they are paused', async () => {
      const { store, open } = current();
      const id = await watched(store, 'u1', 3, 'g1', 'c1');
      const own = await watched(store, 'u1', 5);
      const { watches } = await open();
      const watch = {
        id,
        owner: 'u1',
        guild: 'g1',
        channel: 'c1',
        question: asked,
        createdAt: moment(1),
        seen: 3,
        paused: undefined,
        isNotified: false,
      };
      expect(await watches.find(id)).toEqual(watch);
      expect((await watches.ofOwner('u1')).map((one) => one.id).toSorted()).toEqual(
        [id, own].toSorted(),
      );
      expect(await watches.ofGuild('g1')).toEqual([watch]);
      expect(await watches.ofOwner('u2')).toEqual([]);
      expect(await watches.behind(5, 9)).toEqual([watch]);
      expect(await watches.guilds()).toEqual(['g1']);
      await watches.advance([id, own], 3, 6);
      expect((await watches.behind(9, 9)).map(({ seen }) => seen)).toEqual([5, 6]);
      await watches.moveTo(id, undefined);
      expect(await watches.find(id)).toMatchObject({ channel: undefined });
      expect([await watches.pause(id, 'gone'), await watches.pause(id, 'gone')]).toEqual([
        true,
        false,
      ]);
      expect((await watches.unnotified()).map((one) => one.id)).toEqual([id]);
      await watches.markNotified(id);
      expect(await watches.unnotified()).toEqual([]);
      expect((await watches.behind(9, 9)).map((one) => one.id)).toEqual([own]);
      expect([await watches.guilds(), await watches.any()]).toEqual([[], true]);
      expect([await watches.remove(own), await watches.remove(own)]).toEqual([true, false]);
      expect(await watches.any()).toBe(false);
    });
  });

  describe(`${name}: digests`, () => {
    test('are entered once for a change, and say what their watch has seen', async () => {
      const { store } = current();
      const id = await watched(store, 'u1', 3);
      await store.digests.add(id, { since: 3, until: 4 }, news, moment(2));
      expect((await store.watches.find(id))?.seen).toBe(4);
      // As if the process had died before the watch had seen it, and more has changed since.
      await store.watches.advance([id], 4, 3);
      await store.digests.add(id, { since: 3, until: 9 }, { ...news, total: 50 }, moment(3));
      expect((await store.watches.find(id))?.seen).toBe(4);
      const [due, ...others] = await store.digests.due(9);
      expect(others).toEqual([]);
      expect(await store.digests.claim(due ?? '', 0)).toMatchObject({ watch: id, news });
    });

    test('are not entered for a watch that has been removed, also at the same moment', async () => {
      const { store, open } = current();
      const other = await open();
      const ids = await Promise.all([1, 2, 3, 4, 5, 6].map(() => watched(store, 'u1', 3)));
      await store.watches.remove(ids[0] ?? '');
      await Promise.all(
        ids.flatMap((id) => [
          store.digests.add(id, { since: 3, until: 4 }, news, moment(2)),
          other.watches.remove(id),
        ]),
      );
      expect(await store.digests.due(9)).toEqual([]);
    });

    test('are claimed by one at a time, tried again, and over once', async () => {
      const { store, open } = current();
      const other = await open();
      const id = await watched(store, 'u1', 3);
      await store.digests.add(id, { since: 3, until: 4 }, news, moment(2));
      const [due = ''] = await store.digests.due(9);
      const claims = await Promise.all(
        [store, other].map(({ digests }) => digests.claim(due, HOUR_MS)),
      );
      const [first, ...more] = claims.filter((claim) => claim !== undefined);
      expect(more).toEqual([]);
      expect(first).toMatchObject({ id: due, tries: 1, madeAt: moment(2) });
      expect(first?.at).toEqual(first?.begunAt);
      if (!first) throw new Error('nobody has it');
      const { digests } = store;
      expect(await digests.due(9)).toEqual([]);
      expect(await digests.claim(due, HOUR_MS)).toBeUndefined();
      await digests.release(first, 0);
      const second = await digests.claim(due, -1);
      expect(second).toMatchObject({ tries: 2, begunAt: first.begunAt });
      if (!second) throw new Error('nobody has it');
      expect(await digests.finish(first, 'refused')).toBe(false);
      expect(await digests.finish(second, 'posted', { channelId: 'c', id: 'm' })).toBe(true);
      expect(await digests.due(9)).toEqual([]);
      expect(await digests.claim(due, 0)).toBeUndefined();
    });

    test('of paused watches wait, and go with their watch', async () => {
      const { watches, digests } = current().store;
      const [one, other] = [
        await watched(current().store, 'u1', 3),
        await watched(current().store, 'u2', 3),
      ];
      await digests.add(one, { since: 3, until: 4 }, news, moment(2));
      await digests.add(other, { since: 3, until: 4 }, news, moment(3));
      const [, second] = await digests.due(9);
      await watches.pause(one, 'gone');
      expect(await digests.due(9)).toEqual([second]);
      await watches.remove(other);
      expect(await digests.due(9)).toEqual([]);
      expect(await digests.claim(second ?? '', 0)).toBeUndefined();
    });

    test('that are over are forgotten, and no others', async () => {
      const { store } = current();
      const id = await watched(store, 'u1', 3);
      await store.digests.add(id, { since: 3, until: 4 }, news, moment(2));
      await store.digests.add(id, { since: 4, until: 5 }, news, moment(2));
      const [due = '', left] = await store.digests.due(9);
      const claim = await store.digests.claim(due, 0);
      if (!claim) throw new Error('nobody has it');
      await store.digests.finish(claim, 'posted');
      await store.digests.forgetBefore(moment(9));
      expect(await store.digests.due(9)).toEqual([left]);
      // The same change again would be told again, had its watch not seen it.
      expect((await store.watches.find(id))?.seen).toBe(5);
    });
  });
}
