import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalDiscord } from 'local-discord';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createChannels } from '../../src/discord/channels.ts';
import { createRest } from '../../src/discord/client.ts';
import { reconcileShares } from '../../src/documents/reconcile-shares.ts';
import { createLogger } from '../../src/log.ts';
import { type DatabaseAddress, readDatabaseAddress } from '../../src/store/database-address.ts';
import { openStore } from '../../src/store/open-store.ts';
import { sharingWords } from '../../src/wording/sharing.ts';
import { AT_ONCE, openCrew } from '../support/crew.ts';
import { aDocument } from '../support/documents.ts';
import { createDatabase, noPostgres } from '../support/postgres.ts';
import { writeCorpus } from '../support/room.ts';

type Load = { posts: number; draws: number; shares: number };

/** One answer in so many is followed by the death of a process. */
const KILLED_AFTER = 250;
const SHARES_A_CHANNEL = 50;

/**
 * Four processes on one store: posts that are all due at one minute, draws in one channel, and shared
 * cards, while processes are killed at random, the keeper among them in the middle of its posts.
 */
async function expectOnceEach(url: string, { posts, draws, shares }: Load): Promise<void> {
  const discord = await startLocalDiscord();
  onTestFinished(discord.close);
  const store = await openStore(readDatabaseAddress(url) as DatabaseAddress);
  onTestFinished(store.close);
  const openChannel = (name: string) => discord.startPrivateThread('archive', name, ['ada']);

  const now = new Date();
  const subscribed = Array.from({ length: posts }, (_, at) => ({
    guild: `${1_000_000 + at}`,
    channel: openChannel(`daily ${at}`),
    time: now.toISOString().slice(11, 16),
    zone: 'Etc/UTC',
    empty: 'random',
    setBy: discord.users.ada.id,
    setAt: new Date(now.getTime() - 48 * 60 * 60 * 1000),
  }));
  for (const subscription of subscribed) await store.subscriptions.set(subscription);

  const size = 2 * Math.max(draws, shares);
  const documents = Array.from({ length: size }, (_, at) =>
    aDocument({ id: `d${at}`, title: `Telegram ${at}` }),
  );
  const { path } = await writeCorpus(documents);
  const crew = openCrew(4, {
    DATABASE_URL: url,
    CORPUS: path,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_APPLICATION_ID: discord.applicationId,
    GUILD: discord.guild.id,
    LOG_LEVEL: 'fatal',
  });

  let posted = 0;
  const isDayPost = ({ embeds }: { embeds: { title?: string }[] }) =>
    embeds[0]?.title?.startsWith('On this day') ?? false;
  discord.listen((event) => {
    if (event.type !== 'message-created' || !isDayPost(event.stored.message)) return;
    posted += 1;
    if (posted === Math.ceil(posts / 8)) crew.killKeeper();
  });
  const random = xoroshiro128plus(15);
  let answered = 0;
  const shareChannels = Array.from({ length: Math.ceil(shares / SHARES_A_CHANNEL) }, (_, at) =>
    openChannel(`talk ${at}`),
  );
  const questions = [
    ...Array.from({ length: draws }, () => ({
      what: 'draw' as const,
      channelId: discord.channels.general,
      document: '',
    })),
    ...Array.from({ length: shares }, (_, at) => ({
      what: 'share' as const,
      channelId: shareChannels[at % shareChannels.length] ?? '',
      document: `d${at}`,
    })),
  ];
  // Half of both kinds are always under way.
  const mixed = questions.toSorted(
    (a, b) => Number(a.document.slice(1)) - Number(b.document.slice(1)),
  );
  let kills = 0;
  const answers = await crew.askAll(mixed, () => {
    answered += 1;
    if (answered % KILLED_AFTER !== 0) return;
    kills += 1;
    crew.kill(uniformInt(random, 0, 3));
  });

  const states = async () =>
    Promise.all(
      subscribed.map(async ({ guild }) => (await store.dayPosts.latest(guild, 1))[0]?.state),
    );
  await expect
    .poll(async () => (await states()).filter((state) => state === 'posted').length, {
      timeout: 60_000,
      interval: 500,
    })
    .toBe(posts);
  await crew.end();
  for (const { channel } of subscribed) {
    expect(discord.messages(channel).filter(isDayPost)).toHaveLength(1);
  }

  const drawn = answers.filter(({ what }) => what === 'draw').map(({ text }) => text);
  expect(drawn).toHaveLength(draws);
  expect(new Set(drawn).size).toBe(draws);
  const seen = await store.draws.seen(discord.channels.general);
  for (const document of drawn) expect(seen).toContain(document);
  // What the dead had drawn and not yet shown isn't drawn again.
  expect(seen.size - draws).toBeLessThanOrEqual((kills + 1) * AT_ONCE);

  // What the dead were at is looked for as if a quarter of an hour had passed.
  const channels = createChannels(createRest(discord));
  const services = { store, channels, now: () => new Date() };
  await reconcileShares(services, createLogger('fatal'), -1);
  expect(await store.shares.unconfirmed(-1)).toEqual([]);
  const cards = shareChannels
    .flatMap((channel) => discord.messages(channel))
    .filter(({ content }) => content.startsWith(sharingWords.sharedBy('<@')));
  const found = await Promise.all(cards.map(({ id }) => store.shares.find(id)));
  expect(found.every((share) => share !== undefined)).toBe(true);
  // One row a card, and no other.
  const rows = await Promise.all(documents.map(({ id }) => store.shares.of(discord.guild.id, id)));
  expect(
    rows
      .flat()
      .map(({ message }) => message)
      .toSorted(),
  ).toEqual(cards.map(({ id }) => id).toSorted());
  const links = answers.filter(({ what }) => what === 'share').map(({ text }) => text);
  const ids = new Set(cards.map(({ id }) => id));
  expect(
    links.map((link) => link.split('/').at(-1) ?? '').filter((id) => ids.has(id)),
  ).toHaveLength(shares);
  // One for each person who clicked: whoever had no answer clicked again.
  expect(new Set(cards.map(({ content }) => content)).size).toBe(cards.length);
  expect(kills).toBeGreaterThan(1);
  expect(crew.keepers()).toBeGreaterThan(1);
}

describe('four processes, some of which are killed', () => {
  test.skipIf(noPostgres)(
    'do each thing once on one server',
    async () => {
      const url = await createDatabase();
      await expectOnceEach(url, { posts: 500, draws: 1000, shares: 1000 });
    },
    180_000,
  );

  test('do each thing once in one file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
    await expectOnceEach(`file:${join(folder, 'room.db')}`, {
      posts: 100,
      draws: 300,
      shares: 300,
    });
  }, 180_000);
});
