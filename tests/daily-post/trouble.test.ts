import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { reconcileShares } from '../../src/documents/reconcile-shares.ts';
import { createLogger } from '../../src/log.ts';
import { said } from '../support/messages.ts';
import { LONDON, openAt } from './open-at.ts';

const MINUTE = 60 * 1000;

/** A day's post that is due now. */
async function openDue() {
  const room = await openAt('2026-10-14T06:00:00Z');
  await room.daily('set', LONDON);
  room.setClock('2026-10-14T08:00:00Z');
  return {
    ...room,
    told: () => room.discord.messages('dm', 'ada').map(said),
    status: async () => said(await room.daily('status')),
    /** Goes round for that long, as often as a bot does. */
    async goOn(minutes: number) {
      for (let ms = 0; ms < minutes * MINUTE; ms += 30_000) {
        room.later(30_000);
        await room.runDue();
      }
    },
    tries: () =>
      room.discord.exchanges.filter(
        (one) =>
          one.kind === 'request' &&
          one.method === 'POST' &&
          one.path.endsWith(`${room.discord.channels.archive}/messages`),
      ).length,
  };
}

/** The same, posted by a process that died before it wrote that down. */
async function openDied() {
  const room = await openDue();
  const { dayPosts } = room.services.store;
  const { finish } = dayPosts;
  dayPosts.finish = async () => true;
  await room.runDue();
  dayPosts.finish = finish;
  expect(room.posts()).toHaveLength(1);
  return room;
}

describe('without the channel’s history', () => {
  test('a post that may be there is left, and that is told as what it is', async () => {
    const room = await openDied();
    room.discord.deny('archive', Permission.ReadMessageHistory);
    room.later(10 * MINUTE);
    await room.goOn(30);
    expect(room.posts()).toHaveLength(1);
    expect(room.told()).toHaveLength(1);
    expect(room.told()[0]).toContain('Read Message History');
    expect(await room.status()).toContain('Read Message History');
    expect(await room.status()).not.toContain('Paused');
  });

  test('a refusal to show it is told in the same way', async () => {
    const room = await openDied();
    const path = `${room.discord.channels.archive}/messages`;
    room.discord.refuseNext({ method: 'GET', path, status: 403, code: 50001, count: 100 });
    room.later(10 * MINUTE);
    await room.goOn(30);
    expect(room.posts()).toHaveLength(1);
    expect(room.told().join()).toContain('Read Message History');
  });

  test('a post that was never sent comes, since nothing was posted there meanwhile', async () => {
    const room = await openDue();
    room.discord.deny('archive', Permission.ReadMessageHistory);
    const { guild } = room.discord;
    await room.services.store.dayPosts.claim(guild.id, '2026-10-14', 15_000);
    room.later(20 * MINUTE);
    await room.runDue();
    expect(room.posts()).toHaveLength(1);
  });

  test('the nonce keeps a second post out for the first minutes', async () => {
    const room = await openDied();
    room.discord.deny('archive', Permission.ReadMessageHistory);
    await room.goOn(1);
    expect(room.posts()).toHaveLength(1);
    expect(await room.status()).toContain('[posted]');
  });
});

describe('a refusal that will not pass', () => {
  test.each([
    [200000, 400, 'AutoMod'],
    [50009, 403, 'verification level'],
    [50035, 400, 'form'],
    [50006, 400, '50006'],
  ])('(%i) is tried a few times, told once, and is no absence', async (code, status, words) => {
    const room = await openDue();
    const path = `${room.discord.channels.archive}/messages`;
    room.discord.refuseNext({ method: 'POST', path, status: status as 400, code, count: 1000 });
    await room.goOn(7 * 60);
    expect(room.tries()).toBeGreaterThan(1);
    expect(room.tries()).toBeLessThanOrEqual(5);
    expect(room.told()).toHaveLength(1);
    expect(room.told()[0]).toContain(words);
    expect(await room.status()).toMatch(/14 October 2026: Discord refused it/);
    expect(await room.status()).not.toContain('Paused');
  });
});

test('a slow try that is refused changes nothing once another has posted', async () => {
  const room = await openDue();
  const { dayPosts } = room.services.store;
  const { claim } = dayPosts;
  dayPosts.claim = async (...day) => {
    const slow = await claim(...day);
    room.later(MINUTE);
    const other = await claim(...day);
    if (other) await dayPosts.finish(other, 'posted');
    return slow;
  };
  room.discord.deny('archive', Permission.SendMessages);
  await room.runDue();
  await room.runDue();
  expect(room.tries()).toBe(1);
  expect(room.told()).toEqual([]);
  expect(await room.status()).toContain('14 October 2026: posted');
  expect(await room.status()).not.toContain('Paused');
});

test('an outage of hours is tried with growing pauses, and is no absence', async () => {
  const room = await openDue();
  const path = `${room.discord.channels.archive}/messages`;
  room.discord.refuseNext({ method: 'POST', path, status: 403, code: 0, count: 10_000 });
  await room.goOn(6.5 * 60);
  expect(room.tries()).toBeLessThan(60);
  expect(await room.status()).toContain('couldn’t be reached');
});

test('a post that a moderator deleted is posted, and its channel is not gone', async () => {
  const room = await openDied();
  const path = `${room.discord.channels.archive}/messages`;
  room.discord.refuseNext({ method: 'POST', path, status: 404, code: 10008 });
  room.discord.deny('archive', Permission.ReadMessageHistory);
  await room.goOn(1);
  expect(await room.status()).toContain('14 October 2026: posted');
  expect(room.told()).toEqual([]);
});

test('a card in a channel whose history can’t be read keeps its row', async () => {
  const { discord, services } = await openDue();
  const { shares } = services.store;
  await discord.as('ada').run('document', { title: 'mikoyan' });
  await expect.poll(() => shares.of(discord.guild.id, 'mikoyan')).toHaveLength(1);
  const [share] = await shares.of(discord.guild.id, 'mikoyan');
  if (!share) throw new Error('no share');
  await shares.begin({ ...share, message: '123456789' });
  discord.deny('general', Permission.ReadMessageHistory);
  await reconcileShares(services, createLogger('silent'));
  expect(await shares.unconfirmed()).toHaveLength(1);
  discord.deny('general', 0n);
  await reconcileShares(services, createLogger('silent'));
  expect(await shares.unconfirmed()).toEqual([]);
});
