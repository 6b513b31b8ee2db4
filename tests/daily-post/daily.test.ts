import { setTimeout as wait } from 'node:timers/promises';
import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { request } from 'local-discord/testing';
import { describe, expect, test } from 'vitest';
import { aDay, aDocument } from '../support/documents.ts';
import { expectWithinLimits } from '../support/embed-limits.ts';
import { isPrivate, menu, said } from '../support/messages.ts';
import { LONDON, openAt } from './open-at.ts';

const HOUR = 60 * 60 * 1000;

describe('/daily', () => {
  test('posts the day’s documents at the time on the zone’s clock, once', async () => {
    const room = await openAt('2026-10-14T06:00:00Z');
    const set = await room.daily('set', LONDON);
    expect(isPrivate(set)).toBe(true);
    expect(said(set)).toContain(`<t:${Date.parse('2026-10-14T08:00:00Z') / 1000}:f>`);
    await room.runDue();
    expect(room.posts()).toEqual([]);

    room.setClock('2026-10-14T08:00:00Z');
    for (let again = 0; again < 3; again += 1) await room.runDue();
    const [post, ...others] = room.posts();
    expect(others).toEqual([]);
    expect(post && said(post)).toContain('On this day: 14 October');
    expect(post?.embeds[1]).toMatchObject({
      title: 'From the Journal of Ambassador Antonov',
      description: expect.stringContaining('*67 years ago*'),
    });
    expect(post && menu(post)?.options.map(({ value }) => value)).toEqual(['antonov']);
    expect(said(await room.daily('status'))).toContain('14 October 2026: [posted]');

    room.setClock('2026-10-15T08:00:10Z');
    await room.runDue();
    expect(room.posts()).toHaveLength(1);
    expect(said(await room.daily('status'))).toContain('15 October 2026: no document for this day');
  });

  test('is for who manages the server', async () => {
    const { daily } = await openAt('2026-10-14T06:00:00Z');
    await expect(daily('status', {}, 'ben')).rejects.toThrow('no command');
    expect(said(await daily('status'))).toContain('This server has no day’s post');
  });

  test('refuses a channel of another server', async () => {
    const { daily, services, discord } = await openAt('2026-10-14T06:00:00Z');
    const refused = await daily('set', { ...LONDON, channel: 'elsewhere' });
    expect(said(refused)).toContain('isn’t in this server');
    expect(await services.store.subscriptions.find(discord.guild.id)).toBeUndefined();
  });

  test('does not post what was due before it was set', async () => {
    const room = await openAt('2026-10-14T08:30:00Z');
    await room.daily('set', LONDON);
    await room.runDue();
    expect(room.posts()).toEqual([]);
  });

  test('set again after today’s post promises tomorrow’s, and status too', async () => {
    const room = await openAt('2026-10-14T06:00:00Z');
    await room.daily('set', LONDON);
    room.setClock('2026-10-14T08:00:00Z');
    await room.runDue();
    const again = said(await room.daily('set', { ...LONDON, time: '18:00' }));
    const tomorrow = `<t:${Date.parse('2026-10-15T17:00:00Z') / 1000}:f>`;
    expect(again).toContain(tomorrow);
    expect(said(await room.daily('status'))).toContain(`Next: ${tomorrow}`);
    room.setClock('2026-10-14T18:00:00Z');
    await room.runDue();
    expect(room.posts()).toHaveLength(1);
  });

  test.each([
    ['a refused channel is mended', { empty: 'skip' }, '14', true],
    ['an empty day shall have something', { empty: 'random' }, '15', false],
  ])('set again posts today’s after all when %s', async (_, change, day, isRefused) => {
    const room = await openAt(`2026-10-${day}T06:00:00Z`);
    await room.daily('set', LONDON);
    if (isRefused) room.discord.deny('archive', Permission.SendMessages);
    room.setClock(`2026-10-${day}T08:00:00Z`);
    await room.runDue();
    const channel = isRefused ? 'general' : 'archive';
    const again = await room.daily('set', { ...LONDON, ...change, channel, time: '18:00' });
    expect(said(again)).toContain(`<t:${Date.parse(`2026-10-${day}T17:00:00Z`) / 1000}:f>`);
    room.setClock(`2026-10-${day}T17:00:00Z`);
    await room.runDue();
    expect(room.posts(channel).map(said).join()).toContain(`On this day: ${day} October`);
  });

  test('catches up within six hours, and later skips and says so', async () => {
    const room = await openAt('2026-10-13T12:00:00Z');
    await room.daily('set', LONDON);
    room.setClock('2026-10-14T13:59:00Z');
    await room.runDue();
    expect(room.posts()).toHaveLength(1);

    const late = await openAt('2026-10-13T12:00:00Z');
    await late.daily('set', LONDON);
    late.setClock('2026-10-14T14:01:00Z');
    await late.runDue();
    expect(late.posts()).toEqual([]);
    expect(said(await late.daily('status'))).toContain('skipped: the bot was offline');
    late.setClock('2026-10-15T08:00:00Z');
    await late.runDue();
    expect(said(await late.daily('status'))).toContain('15 October 2026');
  });

  test('shows 29 February on the 28th of a year without one, and on its own day otherwise', async () => {
    const room = await openAt('2027-02-27T12:00:00Z');
    await room.daily('set', { ...LONDON, time: '05:45', zone: 'Asia/Kathmandu' });
    room.setClock('2027-02-28T00:00:00Z');
    await room.runDue();
    expect(room.posts().map(said).join()).toContain('67 years ago; 29 February');
    for (const [day, posts] of [
      ['2028-02-28', 1],
      ['2028-02-29', 2],
      ['2028-03-01', 2],
    ] as const) {
      room.setClock(`${day}T00:00:00Z`);
      await room.runDue();
      expect(room.posts(), day).toHaveLength(posts);
    }
  });

  test('on an empty day posts what was wanted instead', async () => {
    const room = await openAt('2026-10-02T06:00:00Z');
    await room.daily('set', { ...LONDON, empty: 'month' });
    room.setClock('2026-10-03T08:00:00Z');
    await room.runDue();
    const [ofMonth] = room.posts();
    expect(ofMonth && said(ofMonth)).toContain('Of October, without a day:');
    expect(ofMonth?.embeds[1]?.title).toBe('Letter on the blockade');

    await room.daily('set', { ...LONDON, empty: 'random' });
    room.setClock('2026-10-04T08:00:00Z');
    await room.runDue();
    const drawn = room.posts().at(-1);
    expect(drawn && said(drawn)).toContain('Drawn at random');
    expect(drawn?.embeds).toHaveLength(2);
  });

  test('test shows today’s post to the invoker alone; off ends it', async () => {
    const room = await openAt('2026-10-14T06:00:00Z');
    await room.daily('set', LONDON);
    const shown = await room.daily('test');
    expect(isPrivate(shown)).toBe(true);
    expect(said(shown)).toContain('On this day: 14 October');
    expect(room.posts()).toEqual([]);
    await room.daily('off');
    room.setClock('2026-10-14T08:00:00Z');
    await room.runDue();
    expect(room.posts()).toEqual([]);
    expect(said(await room.daily('off'))).toContain('This server has no day’s post');
  });

  test('set refuses what would fail in the morning, by name', async () => {
    const { daily, discord } = await openAt('2026-10-14T06:00:00Z');
    expect(said(await daily('set', { ...LONDON, time: '25:00' }))).toContain('isn’t a time of day');
    expect(said(await daily('set', { ...LONDON, zone: 'Mars' }))).toContain('no time zone “Mars”');
    discord.deny('archive', Permission.EmbedLinks);
    discord.deny('archive', Permission.SendMessages, 'ada');
    await wait(50);
    const refused = said(await daily('set', LONDON));
    expect(refused).toContain('You lack “Send Messages” there.');
    expect(refused).toContain('I lack “Embed Links” there.');
    expect(said(await daily('status'))).toContain('This server has no day’s post');
    const choices = await discord.as('ada').autocomplete('daily set', 'zone', 'london');
    expect(choices[0]?.value).toBe('Europe/London');
  });

  test('with more documents than a message holds shows the oldest and says how many more', async () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      aDocument({
        id: `d${index}`,
        title: `${'A very long title '.repeat(20)}${index}`,
        description: 'And a very long description. '.repeat(60),
        date: aDay(`${1900 + index}-10-14`),
        collection: 'A collection with a long name '.repeat(10),
      }),
    );
    const room = await openAt('2026-10-14T06:00:00Z', many);
    await room.daily('set', LONDON);
    room.setClock('2026-10-14T08:00:00Z');
    await room.runDue();
    const [post] = room.posts();
    expect(post?.embeds).toHaveLength(10);
    expect(post && said(post)).toContain('`/onthisday date:14 October` has 21 more');
    expectWithinLimits(post?.embeds ?? []);
  });
});

describe('exactly once', () => {
  test('after an end before posting: posted when the lease is over', async () => {
    const room = await openAt('2026-10-14T06:00:00Z');
    await room.daily('set', LONDON);
    room.setClock('2026-10-14T08:00:00Z');
    const { dayPosts } = room.services.store;
    await dayPosts.claim(room.discord.guild.id, '2026-10-14', 2 * 60 * 1000);
    await room.runDue();
    expect(room.posts()).toEqual([]);
    room.later(3 * 60 * 1000);
    await room.runDue();
    await room.runDue();
    expect(room.posts()).toHaveLength(1);
  });

  test('after an end between posting and writing it down: found in the channel, however long ago', async () => {
    const room = await openAt('2026-10-14T06:00:00Z');
    await room.daily('set', LONDON);
    room.setClock('2026-10-14T08:00:00Z');
    const { dayPosts } = room.services.store;
    // What was written down is lost.
    const { finish } = dayPosts;
    dayPosts.finish = async () => true;
    await room.runDue();
    dayPosts.finish = finish;
    expect(room.posts()).toHaveLength(1);
    // Others write on: more than Discord gives at once.
    for (let number = 0; number < 150; number += 1) {
      await request(room.discord, 'POST', `/channels/${room.discord.channels.archive}/messages`, {
        content: `${number}`,
      });
    }
    room.later(5 * HOUR);
    await room.runDue();
    expect(room.posts().filter((post) => post.embeds.length > 0)).toHaveLength(1);
    expect(said(await room.daily('status'))).toContain('14 October 2026: [posted]');
  });

  test('an outage is tried again; a post that arrived all the same is not repeated', async () => {
    const room = await openAt('2026-10-14T06:00:00Z');
    await room.daily('set', LONDON);
    room.setClock('2026-10-14T08:00:00Z');
    // discord.js tries four times by itself.
    room.discord.refuseNext({ status: 503, method: 'POST', path: /messages$/, count: 4 });
    await room.runDue();
    expect(room.posts()).toEqual([]);
    expect(said(await room.daily('status'))).toContain('on its way');
    await room.runDue();
    expect(room.posts()).toHaveLength(1);
  });

  test('two processes at once post one', async () => {
    const room = await openAt('2026-10-14T06:00:00Z');
    await room.daily('set', LONDON);
    room.setClock('2026-10-14T08:00:00Z');
    await Promise.all([room.runDue(), room.runDue(), room.runDue()]);
    expect(room.posts()).toHaveLength(1);
  });
});

describe('a pause', () => {
  test.each([
    [
      'a deleted channel',
      (room: Awaited<ReturnType<typeof openAt>>) => room.discord.deleteChannel('archive'),
      'is gone',
    ],
    [
      'a lost permission',
      (room: Awaited<ReturnType<typeof openAt>>) =>
        room.discord.deny('archive', Permission.SendMessages),
      'may no longer post',
    ],
  ])('follows %s; who set it is told once', async (_name, happens, words) => {
    const room = await openAt('2026-10-14T06:00:00Z');
    await room.daily('set', LONDON);
    happens(room);
    room.setClock('2026-10-14T08:00:00Z');
    for (let again = 0; again < 3; again += 1) await room.runDue();
    const told = () => room.discord.messages('dm', 'ada').map(said);
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain(words);
    expect(said(await room.daily('status'))).toContain('**Paused**');
    room.setClock('2026-10-15T08:00:00Z');
    await room.runDue();
    expect(told()).toHaveLength(1);
    await room.daily('set', { ...LONDON, channel: 'general' });
    expect(said(await room.daily('status'))).not.toContain('**Paused**');
  });
});

test('a server and a person that are no longer known are paused and told of no more', async () => {
  const room = await openAt('2026-10-14T06:00:00Z');
  await room.services.store.subscriptions.set({
    guild: '1',
    channel: '2',
    time: '09:00',
    zone: 'Europe/London',
    empty: 'random',
    setBy: '3',
    setAt: room.services.now(),
  });
  room.setClock('2026-10-14T08:00:00Z');
  await room.runDue();
  await room.runDue();
  expect(await room.services.store.subscriptions.find('1')).toMatchObject({
    paused: 'gone',
    isNotified: true,
  });
});

test('a leap year of rounds attends to every day once, on any clock', async () => {
  const room = await openAt('2027-12-31T23:00:00Z', [aDocument({ id: 'undated' })]);
  const { subscriptions, dayPosts } = room.services.store;
  const zones = {
    1: ['02:30', 'America/New_York'],
    2: ['23:45', 'America/Nuuk'],
    3: ['05:45', 'Asia/Kathmandu'],
    4: ['02:15', 'Australia/Lord_Howe'],
    5: ['00:00', 'Africa/Cairo'],
  } as const;
  for (const [guild, [time, zone]] of Object.entries(zones)) {
    const { archive: channel } = room.discord.channels;
    const values = { guild, channel, time, zone, empty: 'skip', setBy: '1' };
    await subscriptions.set({ ...values, setAt: room.services.now() });
  }
  const end = Date.parse('2029-01-02T12:00:00Z');
  while (room.services.now().getTime() < end) {
    await room.runDue();
    // A post may be six hours late.
    room.later(5 * HOUR);
  }
  for (const guild of Object.keys(zones)) {
    const days = (await dayPosts.latest(guild, 2000)).filter(
      ({ day }) => day >= '2028-01-02' && day <= '2028-12-31',
    );
    expect(days.map(({ day }) => day)).toContain('2028-02-29');
    expect(days).toHaveLength(365);
    expect(days.every(({ state }) => state === 'empty')).toBe(true);
  }
}, 60_000);

test('200 at the same minute all arrive, within Discord’s limit, through rate limits', async () => {
  const room = await openAt('2026-10-14T06:00:00Z');
  const { subscriptions } = room.services.store;
  for (let number = 0; number < 200; number += 1) {
    await subscriptions.set({
      guild: `${1_000_000 + number}`,
      channel: number % 2 ? room.discord.channels.archive : room.discord.channels.general,
      time: '09:00',
      zone: 'Europe/London',
      empty: 'skip',
      setBy: room.discord.users.ada.id,
      setAt: room.services.now(),
    });
  }
  room.setClock('2026-10-14T08:00:00Z');
  room.discord.refuseNext({
    status: 429,
    method: 'POST',
    path: /messages$/,
    count: 5,
    retryAfter: 0.2,
  });
  room.discord.refuseNext({
    status: 429,
    method: 'POST',
    path: /messages$/,
    retryAfter: 0.3,
    global: true,
  });
  const times: number[] = [];
  const stop = room.discord.listen((event) => {
    if (event.type === 'message-created') times.push(performance.now());
  });
  await room.runDue();
  stop();
  expect(times).toHaveLength(200);
  const busiest = Math.max(
    ...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length),
  );
  expect(busiest).toBeLessThanOrEqual(100);
  await room.runDue();
  expect(room.posts('archive')).toHaveLength(100);
  expect(room.posts('general')).toHaveLength(100);
}, 120_000);
