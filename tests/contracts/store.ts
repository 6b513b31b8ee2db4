import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { moment } from './current-store.ts';
import { testAdditions } from './store-additions.ts';
import { testDayPosts } from './store-day-posts.ts';
import { testLists } from './store-lists.ts';
import { testPeople } from './store-people.ts';
import { testWatches } from './store-watches.ts';

/** Opens a store that is new; each further call opens the same one again, as another process would. */
export type Place = () => Promise<() => Promise<Store>>;

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
      const id = await store.views.save(view);
      const again = await open();
      expect(await again.views.find(id)).toEqual({ ...view, id });
      expect(await again.views.find('unknown')).toBeUndefined();
    });

    test('kept before a moment are forgotten, and nothing else', async () => {
      const old = await store.views.save(view);
      const young = await store.views.save({ ...view, createdAt: moment(9) });
      await store.views.forgetBefore(moment(5));
      expect(await store.views.find(old)).toBeUndefined();
      expect(await store.views.find(young)).toBeDefined();
    });
  });

  describe(`${name}: answers to mentions`, () => {
    test('are found by the message that they answer, until they are forgotten or old', async () => {
      const { mentionReplies } = store;
      await mentionReplies.save('m1', 'r1', 'g1');
      await mentionReplies.save('m2', 'r2', 'g1');
      expect(await (await open()).mentionReplies.find('m1')).toBe('r1');
      expect(await mentionReplies.find('r1')).toBeUndefined();
      await mentionReplies.forget('m1');
      expect(await mentionReplies.find('m1')).toBeUndefined();
      await mentionReplies.forgetOlderThan(60_000);
      expect(await mentionReplies.find('m2')).toBe('r2');
      await mentionReplies.forgetOlderThan(-1000);
      expect(await mentionReplies.find('m2')).toBeUndefined();
    });
  });

  describe(`${name}: settings`, () => {
    test('say where mentions are answered, for each server by itself', async () => {
      const { settings } = store;
      expect(await settings.mentionPlaces('g1')).toBe('everywhere');
      await settings.setMentionPlaces('g1', ['c1', 'c2']);
      await settings.setMentionPlaces('g2', 'nowhere');
      const again = await open();
      expect(await again.settings.mentionPlaces('g1')).toEqual(['c1', 'c2']);
      expect(await again.settings.mentionPlaces('g2')).toBe('nowhere');
      expect(await again.settings.remembersCards('g1')).toBe(true);
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
      expect(await shares.unconfirmed()).toEqual([share]);
      expect(await shares.of('g1', 'd1')).toEqual([]);
      await shares.confirm('i1', 'm1');
      const sent = { ...share, message: 'm1' };
      expect(await shares.unconfirmed()).toEqual([]);
      expect(await shares.find('m1')).toEqual(sent);
      expect(await shares.of('g1', 'd1')).toEqual([sent]);
      expect(await shares.of('g2', 'd1')).toEqual([]);
      await shares.forget('m1');
      expect(await shares.find('m1')).toBeUndefined();
    });
  });

  describe(`${name}: shares of which nothing is known`, () => {
    test.for([-2, 2])(
      'are as old as the database says, also by a clock off by %i h',
      async (off) => {
        await store.shares.begin({ ...share, at: new Date(Date.now() + off * 60 * 60_000) });
        expect(await store.shares.unconfirmed(15 * 60_000)).toEqual([]);
        expect(await store.shares.unconfirmed()).toHaveLength(1);
      },
    );
  });

  describe(`${name}: leases`, () => {
    const HOUR_MS = 60 * 60 * 1000;

    test('are one’s at a time, until they are over or given up', async () => {
      const other = await open();
      const both = [store, other].map(({ leases }, at) => leases.take('keeper', `p${at}`, HOUR_MS));
      const taken = await Promise.all(both);
      expect(taken.toSorted()).toEqual([false, true]);
      const [holder, waiting] = taken[0] ? ['p0', 'p1'] : ['p1', 'p0'];
      const { leases } = store;
      expect(await leases.take('keeper', holder, HOUR_MS)).toBe(true);
      expect(await leases.take('keeper', waiting, HOUR_MS)).toBe(false);
      expect(await leases.take('another', waiting, HOUR_MS)).toBe(true);
      await leases.release('keeper', waiting);
      expect(await leases.take('keeper', waiting, HOUR_MS)).toBe(false);
      await leases.release('keeper', holder);
      expect(await leases.take('keeper', waiting, -1)).toBe(true);
      // It was over as soon as it was taken.
      expect(await leases.take('keeper', holder, HOUR_MS)).toBe(true);
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

  testLists(name, () => ({ store, open }));
  testDayPosts(name, () => ({ store, open }));
  testAdditions(name, () => ({ store, open }));
  testWatches(name, () => ({ store, open }));
  testPeople(name, () => ({ store, open }));
}
