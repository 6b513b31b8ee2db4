import { describe, expect, test } from 'vitest';
import { doEverything } from '../support/person-everywhere.ts';
import type { Current } from './current-store.ts';

const user = '100000000000000001';
const other = '100000000000000002';
const guild = '200000000000000001';

/** What is kept of people and of servers, and forgetting it. */
export function testPeople(name: string, current: Current): void {
  describe(`${name}: people`, () => {
    test('are told of every row that is theirs or names them, and of no other', async () => {
      const { store } = current();
      expect(await store.people.held(user)).toEqual({});
      await doEverything(store, { user, other, guild });
      const held = await store.people.held(user);
      const counts = Object.entries(held).map(([table, rows]) => [table, rows.length]);
      expect(Object.fromEntries(counts)).toEqual({
        additions: 1,
        watches: 1,
        views: 1,
        draws: 1,
        shares: 1,
        discussions: 1,
        lists: 2,
        list_items: 2,
        subscriptions: 1,
      });
    });

    test('who are forgotten lose what is theirs, and others nothing but their names', async () => {
      const { store } = current();
      await doEverything(store, { user, other, guild });
      const before = await store.people.held(other);
      await store.people.forget(user);
      expect(await store.people.held(user)).toEqual({});
      // What others had is as it was, but that it named the person.
      const unnamed = JSON.stringify(before)
        .replaceAll(`<@${user}>`, '@someone')
        .replaceAll(user, '');
      expect(JSON.stringify(await store.people.held(other))).toBe(unnamed);
      expect(await store.lists.of([`user:${user}`])).toEqual([]);
      const [shared] = await store.lists.of([`guild:${guild}`]);
      expect(shared).toMatchObject({ name: 'Ours', size: 2, createdBy: '' });
      expect(await store.listItems.of(shared?.id ?? 0)).toMatchObject([
        { document: 'd1', addedBy: '', note: { text: 'Why', by: undefined } },
        { document: 'd2', addedBy: other, note: { text: 'Ask @someone why', by: other } },
      ]);
      expect(await store.shares.of(guild, 'd1')).toMatchObject([{ user: '' }, { user: other }]);
      expect(await store.subscriptions.find(guild)).toMatchObject({ setBy: '', time: '08:00' });
    });
  });

  describe(`${name}: servers that the bot has left`, () => {
    test('are forgotten once they have been gone for long enough, and others stay', async () => {
      const { store } = current();
      await doEverything(store, { user, other, guild });
      for (const server of ['201', '202']) await store.settings.setRemembersCards(server, false);
      // A card in a conversation belongs to no server.
      const direct = { channel: 'd', parent: 'd', scope: 'd', document: 'd1', fingerprint: 'f1' };
      await store.shares.begin({ ...direct, message: 'x', user, at: new Date() });
      await store.shares.confirm('x', 'x');
      await store.departures.note(new Set(['201']));
      expect(await store.departures.forget(60_000)).toEqual([]);
      expect(await store.settings.remembersCards(guild)).toBe(false);
      expect(await store.departures.forget(0)).toEqual([guild]);
      expect(await store.settings.remembersCards(guild)).toBe(true);
      expect(await store.lists.of([`guild:${guild}`])).toEqual([]);
      expect(await store.shares.of(guild, 'd1')).toEqual([]);
      expect(await store.subscriptions.list()).toEqual([]);
      expect(await store.draws.seen('c1')).toEqual(new Set());
      expect(await store.settings.remembersCards('201')).toBe(false);
      // Where people have only brought the bot along, it has never been, and hasn't left.
      expect(await store.settings.remembersCards('202')).toBe(false);
      expect(await store.shares.of('d', 'd1')).toHaveLength(1);
      await store.departures.note(new Set(['201']));
      expect(await store.departures.forget(0)).toEqual([]);
    });

    test('that it is in again are no longer counted as left', async () => {
      const { store } = current();
      await doEverything(store, { user, other, guild });
      await store.departures.note(new Set());
      await store.departures.note(new Set([guild]));
      expect(await store.departures.forget(0)).toEqual([]);
      expect(await store.subscriptions.list()).toHaveLength(1);
    });
  });
}
