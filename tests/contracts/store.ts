import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';

/** Opens a store that is new; each further call opens the same one again, as another process would. */
export type Place = () => Promise<() => Promise<Store>>;

const moment = (day: number) => new Date(Date.UTC(2026, 0, day));
const view = {
  command: 'search',
  input: { query: 'Zhou “Enlai”', filter: { words: [] } },
  owner: '1',
  createdAt: moment(1),
};
const share = {
  message: 'i1',
  channel: 'c1',
  parent: 'c1',
  scope: 'g1',
  document: 'd1',
  fingerprint: 'f1',
  user: 'u1',
  at: moment(2),
};
const item = {
  document: 'd1',
  title: 'Talks',
  fingerprint: 'f1',
  note: { text: 'Why', by: 'u1', at: moment(3) },
  addedBy: 'u1',
  addedAt: moment(3),
};

/** What every store owes, whatever database it is in. */
export function testStore(name: string, place: Place): void {
  let open: () => Promise<Store>;
  let store: Store;
  beforeEach(async () => {
    const openPlace = await place();
    open = async () => {
      const opened = await openPlace();
      onTestFinished(opened.close);
      return opened;
    };
    store = await open();
  });

  describe(`${name}: views`, () => {
    test('are kept over a restart, exactly as they were', async () => {
      const id = await store.views.keep(view);
      const again = await open();
      expect(await again.views.find(id)).toEqual({ ...view, id });
      expect(await again.views.find('unknown')).toBeUndefined();
    });

    test('kept before a moment are forgotten, and nothing else', async () => {
      const old = await store.views.keep(view);
      const young = await store.views.keep({ ...view, createdAt: moment(9) });
      await store.views.forgetBefore(moment(5));
      expect(await store.views.find(old)).toBeUndefined();
      expect(await store.views.find(young)).toBeDefined();
    });
  });

  describe(`${name}: draws`, () => {
    test('are marked once, for their channel alone, and put back as told', async () => {
      expect(await store.draws.mark('here', 'a')).toBe(true);
      expect(await store.draws.mark('here', 'a')).toBe(false);
      expect(await store.draws.mark('there', 'a')).toBe(true);
      expect(await store.draws.mark('here', 'b')).toBe(true);
      const many = Array.from({ length: 2500 }, (_, index) => `other-${index}`);
      await store.draws.putBack('here', [...many, 'a']);
      expect(await store.draws.seen('here')).toEqual(new Set(['b']));
      expect(await store.draws.seen('there')).toEqual(new Set(['a']));
    });

    test('of two at once are one’s', async () => {
      const other = await open();
      const marked = await Promise.all([store, other].map(({ draws }) => draws.mark('here', 'a')));
      expect(marked.toSorted()).toEqual([false, true]);
    });
  });

  describe(`${name}: shares`, () => {
    test('count once they are confirmed, and are gone once they are forgotten', async () => {
      const { shares } = store;
      await shares.begin(share);
      // Another instance may answer the same interaction.
      await shares.begin(share);
      expect(await shares.unsettled()).toEqual([share]);
      expect(await shares.of('g1', 'd1')).toEqual([]);
      await shares.confirm('i1', 'm1');
      const sent = { ...share, message: 'm1' };
      expect(await shares.unsettled()).toEqual([]);
      expect(await shares.find('m1')).toEqual(sent);
      expect(await shares.of('g1', 'd1')).toEqual([sent]);
      expect(await shares.of('g2', 'd1')).toEqual([]);
      await shares.forget('m1');
      expect(await shares.find('m1')).toBeUndefined();
    });
  });

  describe(`${name}: discussions`, () => {
    test('are one for a document and a channel', async () => {
      const { discussions } = store;
      const first = { ...share, thread: 't1', at: moment(4) };
      const { channel, document, scope, user, thread, at } = first;
      const begun = { channel, document, scope, user, thread, at };
      expect(await discussions.begin(begun)).toEqual(begun);
      expect(await discussions.begin({ ...begun, thread: 't2' })).toEqual(begun);
      await discussions.forget({ ...begun, thread: 't2' });
      expect(await discussions.of('g1', 'd1')).toEqual([begun]);
      await discussions.forget(begun);
      expect(await discussions.of('g1', 'd1')).toEqual([]);
    });
  });

  describe(`${name}: settings`, () => {
    test('hold for their server, and cards are remembered unless told otherwise', async () => {
      const { settings } = store;
      expect(await settings.remembersCards('g1')).toBe(true);
      await settings.setRemembersCards('g1', false);
      expect([await settings.remembersCards('g1'), await settings.remembersCards('g2')]).toEqual([
        false,
        true,
      ]);
      await settings.setRemembersCards('g1', true);
      expect(await settings.remembersCards('g1')).toBe(true);
    });
  });

  describe(`${name}: lists`, () => {
    const list = { scope: 'guild:1', name: 'Talks', createdBy: '1', createdIn: 'i1' };

    test('are made once for an interaction, whichever of two instances is first', async () => {
      const other = await open();
      const made = await Promise.all(
        [store, other].map(({ lists }) => lists.create(list, moment(1))),
      );
      expect(new Set(made.map((each) => each?.id)).size).toBe(1);
      expect(made[0]).toMatchObject({ name: 'Talks', size: 0 });
      expect(await other.lists.create({ ...list, createdIn: 'i2' }, moment(1))).toBeUndefined();
    });

    test('have one name in a scope, letter case aside, until they are deleted', async () => {
      const { lists } = store;
      const first = await lists.create(list, moment(1));
      const second = await lists.create({ ...list, name: 'Notes', createdIn: 'i2' }, moment(1));
      if (!first || !second) throw new Error('no lists');
      expect(await lists.rename(second.id, 'TALKS')).toBe(false);
      await lists.delete(first.id, moment(2));
      expect(await lists.rename(second.id, 'TALKS')).toBe(true);
      expect(await lists.restore(first.id)).toBe(false);
      expect((await lists.of(['guild:1'])).map(({ name }) => name)).toEqual(['TALKS']);
      expect((await lists.of(['guild:1'], moment(1))).map(({ name }) => name)).toEqual(['Talks']);
      await lists.forgetDeletedBefore(moment(3));
      expect(await lists.find(first.id)).toBeUndefined();
    });

    test('keep documents in their order, each once, with its note', async () => {
      const made = await store.lists.create(list, moment(1));
      const { listItems } = store;
      if (!made) throw new Error('no list');
      const later = { ...item, document: 'd0', addedAt: moment(4) };
      expect(await listItems.add(made.id, later)).toBe(true);
      expect(await listItems.add(made.id, item)).toBe(true);
      expect(await listItems.add(made.id, { ...item, title: 'Other' })).toBe(false);
      expect(await listItems.of(made.id)).toEqual([item, later]);
      expect((await store.lists.find(made.id))?.size).toBe(2);
      const note = { text: 'New', by: 'u2', at: moment(5) };
      expect(await listItems.setNote(made.id, 'd1', note)).toBe(true);
      expect(await listItems.setNote(made.id, 'd9', note)).toBe(false);
      expect(await listItems.putBack(made.id, item)).toEqual({ ...item, note });
      expect(await listItems.remove(made.id, 'd1')).toBe(true);
      expect(await listItems.remove(made.id, 'd1')).toBe(false);
      expect(await listItems.putBack(made.id, item)).toBeUndefined();
      expect(await listItems.of(made.id)).toEqual([item, later]);
    });
  });

  describe(`${name}: the day’s post`, () => {
    const set = {
      guild: 'g1',
      channel: 'c1',
      time: '09:00',
      zone: 'Asia/Kathmandu',
      empty: 'skip',
      setBy: 'u1',
      setAt: moment(1),
    };

    test('is set, paused, told of and ended', async () => {
      const { subscriptions } = store;
      await subscriptions.set(set);
      const subscription = { ...set, paused: undefined, isTold: false };
      expect(await subscriptions.list()).toEqual([subscription]);
      // What was set anew since isn't paused.
      await subscriptions.pause({ ...subscription, setAt: moment(0) }, 'gone');
      expect(await subscriptions.find('g1')).toEqual(subscription);
      await subscriptions.pause(subscription, 'gone');
      await subscriptions.markTold('g1');
      expect(await subscriptions.find('g1')).toMatchObject({ paused: 'gone', isTold: true });
      await subscriptions.set(set);
      expect(await subscriptions.find('g1')).toEqual(subscription);
      expect([await subscriptions.end('g1'), await subscriptions.end('g1')]).toEqual([true, false]);
    });

    test('of a day is claimed by one at a time, until the lease is over', async () => {
      const other = await open();
      const claims = await Promise.all(
        [store, other].map(({ dayPosts }) =>
          dayPosts.claim('g1', '2026-01-02', moment(2), moment(3)),
        ),
      );
      expect(claims.filter(Boolean)).toEqual([
        { tries: 1, begunAt: moment(2), lastUntil: undefined },
      ]);
      const { dayPosts } = store;
      expect(await dayPosts.claim('g1', '2026-01-02', moment(2), moment(3))).toBeUndefined();
      expect(await dayPosts.claim('g1', '2026-01-02', moment(4), moment(5))).toEqual({
        tries: 2,
        begunAt: moment(2),
        lastUntil: moment(3),
      });
      await dayPosts.finish('g1', '2026-01-02', 'posted', { channelId: 'c1', id: 'm1' });
      expect(await dayPosts.claim('g1', '2026-01-02', moment(9), moment(9))).toBeUndefined();
      expect(await dayPosts.latest('g1', 5)).toEqual([
        { day: '2026-01-02', state: 'posted', channel: 'c1', message: 'm1' },
      ]);
    });

    test('that failed can be tried anew, one that was posted can’t', async () => {
      const { dayPosts } = store;
      for (const [day, state] of [
        ['2026-01-02', 'failed'],
        ['2026-01-03', 'posted'],
      ] as const) {
        await dayPosts.claim('g1', day, moment(2), moment(3));
        await dayPosts.finish('g1', day, state);
        await dayPosts.reopen('g1', day);
      }
      expect(await dayPosts.has('g1', '2026-01-02')).toBe(false);
      expect(await dayPosts.has('g1', '2026-01-03')).toBe(true);
    });
  });
}
