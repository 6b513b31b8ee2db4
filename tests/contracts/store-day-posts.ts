import { describe, expect, test } from 'vitest';
import type { Claim, DayPosts } from '../../src/store/tables/day-posts.ts';
import { type Current, moment } from './current-store.ts';

const HOUR_MS = 60 * 60 * 1000;

/** @throws Error if somebody else has it */
async function claimed(dayPosts: DayPosts, guild: string, day: string, ms = 0): Promise<Claim> {
  const claim = await dayPosts.claim(guild, day, ms);
  if (!claim) throw new Error(`the post of ${day} is somebody else’s`);
  return claim;
}

/** The day's post of a server. */
export function testDayPosts(name: string, current: Current): void {
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
      const { subscriptions } = current().store;
      await subscriptions.set(set);
      const subscription = { ...set, paused: undefined, isNotified: false };
      expect(await subscriptions.list()).toEqual([subscription]);
      // What was set anew since isn't paused.
      await subscriptions.pause({ ...subscription, setAt: moment(0) }, 'gone');
      expect(await subscriptions.find('g1')).toEqual(subscription);
      await subscriptions.pause(subscription, 'gone');
      await subscriptions.markNotified('g1');
      expect(await subscriptions.find('g1')).toMatchObject({ paused: 'gone', isNotified: true });
      await subscriptions.set(set);
      expect(await subscriptions.find('g1')).toEqual(subscription);
      expect([await subscriptions.end('g1'), await subscriptions.end('g1')]).toEqual([true, false]);
    });

    test('of a day is claimed by one at a time, until the lease is over', async () => {
      const other = await current().open();
      const claims = await Promise.all(
        [current().store, other].map(({ dayPosts }) => dayPosts.claim('g1', '2026-01-02', HOUR_MS)),
      );
      const [first, ...others] = claims.filter((claim) => claim !== undefined);
      expect(others).toEqual([]);
      expect(first).toMatchObject({ tries: 1, lastUntil: undefined });
      expect(first?.at).toEqual(first?.begunAt);
      const { dayPosts } = current().store;
      expect(await dayPosts.claim('g1', '2026-01-02', HOUR_MS)).toBeUndefined();
      if (!first) throw new Error('nobody has it');
      await dayPosts.release(first, HOUR_MS);
      expect(await dayPosts.claim('g1', '2026-01-02', HOUR_MS)).toBeUndefined();
      await dayPosts.release(first, 0);
      const second = await dayPosts.claim('g1', '2026-01-02', -1);
      expect(second).toMatchObject({ tries: 2, begunAt: first.begunAt });
      expect(second?.lastUntil?.getTime()).toBeLessThanOrEqual(second?.at.getTime() ?? 0);
      // The lease of the second is over.
      const third = await claimed(dayPosts, 'g1', '2026-01-02');
      expect(third.tries).toBe(3);
      await dayPosts.finish(third, 'posted', { channelId: 'c1', id: 'm1' });
      expect(await dayPosts.claim('g1', '2026-01-02', 0)).toBeUndefined();
      expect(await dayPosts.latest('g1', 5)).toEqual([
        { day: '2026-01-02', state: 'posted', channel: 'c1', message: 'm1' },
      ]);
    });

    test('is finished and put off by the try that has it, and by none before it', async () => {
      const { dayPosts } = current().store;
      const slow = await claimed(dayPosts, 'g1', '2026-01-02', -1);
      const next = await claimed(dayPosts, 'g1', '2026-01-02', HOUR_MS);
      expect(await dayPosts.finish(slow, 'refused')).toBe(false);
      await dayPosts.release(slow, -1);
      expect(await dayPosts.claim('g1', '2026-01-02', HOUR_MS)).toBeUndefined();
      expect(await dayPosts.finish(next, 'posted')).toBe(true);
      for (const late of [slow, next]) expect(await dayPosts.finish(late, 'failed')).toBe(false);
      expect(await dayPosts.latest('g1', 1)).toMatchObject([{ state: 'posted' }]);
    });

    test('is known as the last one of each server that has a subscription', async () => {
      const { dayPosts, subscriptions } = current().store;
      for (const guild of ['g1', 'g2', 'g3']) await subscriptions.set({ ...set, guild });
      for (const [guild, day] of [
        ['g1', '2026-01-02'],
        ['g2', '2026-01-02'],
        ['g4', '2026-01-09'],
      ] as const) {
        await dayPosts.claim(guild, day, HOUR_MS);
      }
      await dayPosts.finish(await claimed(dayPosts, 'g1', '2026-01-03'), 'posted');
      expect(await dayPosts.lastOfEach()).toEqual(
        new Map([
          ['g1', { day: '2026-01-03', state: 'posted' }],
          ['g2', { day: '2026-01-02', state: 'claimed' }],
        ]),
      );
    });

    test('that failed can be tried anew, one that was posted can’t', async () => {
      const { dayPosts } = current().store;
      for (const [day, state] of [
        ['2026-01-02', 'failed'],
        ['2026-01-03', 'posted'],
      ] as const) {
        await dayPosts.finish(await claimed(dayPosts, 'g1', day), state);
        await dayPosts.reopen('g1', day);
      }
      expect(await dayPosts.has('g1', '2026-01-02')).toBe(false);
      expect(await dayPosts.has('g1', '2026-01-03')).toBe(true);
    });
  });
}
