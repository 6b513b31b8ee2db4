import { describe, expect, test } from 'vitest';
import { Document } from '../../src/data/corpus/document.ts';
import { contentOf, fingerprint } from '../../src/data/corpus/fingerprint.ts';
import type { Held } from '../../src/store/tables/people.ts';
import { aDocument } from '../support/documents.ts';
import { doEverything } from '../support/person-everywhere.ts';
import type { Current } from './current-store.ts';

const user = '100000000000000001';
const other = '100000000000000002';
const guild = '200000000000000001';

const rowsOf = (held: Held): string[] =>
  Object.values(held).flatMap((rows) => rows.map((row) => JSON.stringify(row)));

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
      // Others have all that they had, and what didn't name the person is as it was.
      const [had, have] = [before, await store.people.held(other)].map(rowsOf);
      expect(have).toHaveLength(had?.length ?? 0);
      expect(have).toEqual(expect.arrayContaining(had?.filter((row) => !row.includes(user)) ?? []));
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

  test(`${name}: what others typed of a person is counted, and says “someone” afterwards`, async () => {
    const { store } = current();
    expect(await store.people.mentions(user)).toBe(0);
    await doEverything(store, { user, other, guild });
    expect(await store.people.mentions(user)).toBe(16);
    const before = await store.additions.version(guild);
    await store.people.forget(user);
    expect(await store.people.mentions(user)).toBe(0);

    const names = (await store.lists.of([`user:${other}`])).map((list) => list.name);
    expect(names).toEqual(['for @someone', 'For @someone 2', 'Mine', 'someone']);
    const added = (await store.additions.documents(guild, undefined, 9)).at(-1);
    const document = Document.parse(JSON.parse(added?.json ?? ''));
    expect(added).toMatchObject({ id: document.id, file: 'someone.csv', place: 'row of someone' });
    expect(document).toMatchObject({ title: 'Letter to someone', description: 'By @someone' });
    expect(added?.fingerprint).toBe(fingerprint(document));
    // Who reads on sees the change, and a watch takes it for none.
    expect(await store.additions.version(guild)).toBe(before + 1);
    expect(await store.knownDocuments.lacking(guild, [contentOf(document)])).toEqual([]);
    expect(await store.shares.of(guild, document.id)).toMatchObject([
      { fingerprint: fingerprint(document) },
    ]);
  });

  test(`${name}: a list’s name in other figures keeps nobody, and stops no forgetting`, async () => {
    const { store } = current();
    const wide = user.replace(/\d/g, (figure) => String.fromCharCode(0xff10 + Number(figure)));
    const scope = `user:${other}`;
    for (const of of ['someone', wide, `<@${user}> ${wide}`]) {
      await store.lists.create({ scope, name: of, createdBy: other }, new Date());
    }
    await store.people.forget(user);
    const names = (await store.lists.of([scope])).map((list) => list.name);
    expect(names.toSorted()).toEqual(['@someone someone', 'someone', 'someone 2']);
    expect(await store.people.mentions(user)).toBe(0);
  });

  test(`${name}: what is known with and without a person’s id is known once`, async () => {
    const { store } = current();
    const said = (whom: string) => aDocument({ id: 'added-1', description: `By ${whom}` });
    const known = [said(`<@${user}>`), said('@someone')];
    const [document = said('')] = known;
    const addition = { guild, by: other, at: new Date(), kind: 'form' as const, file: null };
    await store.additions.add({ ...addition, documents: [{ document }] });
    for (const one of known) await store.knownDocuments.add(guild, [contentOf(one)]);
    await store.people.forget(user);
    expect(await store.knownDocuments.lacking(guild, [contentOf(said('@someone'))])).toEqual([]);
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
