import { Client, Events, GatewayDispatchEvents, GatewayIntentBits } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import type { LocalDiscord } from '../src/local-discord.ts';
import { declare, openDiscord, opening, request } from '../testing/open-discord.ts';

/** A server of the other of two shards than the one that is there from the start. */
const addNext = (discord: LocalDiscord) =>
  discord.addServer('Other team', String(BigInt(discord.guild.id) + (1n << 22n)));

const shardOf = (id: string) => Number((BigInt(id) >> 22n) % 2n);

/** A client with one of two shards, and what it was told. */
async function connectShard(discord: LocalDiscord, shard: number) {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    shards: [shard],
    shardCount: 2,
    rest: { api: discord.apiUrl },
  });
  onTestFinished(() => client.destroy());
  const told: string[] = [];
  client.on(Events.InteractionCreate, ({ guildId }) => told.push(`interaction ${guildId}`));
  client.on(Events.ChannelDelete, (channel) =>
    told.push(`deleted ${'guildId' in channel && channel.guildId}`),
  );
  client.on(Events.GuildCreate, ({ id }) => told.push(`joined ${id}`));
  client.ws.on(GatewayDispatchEvents.MessageCreate, ({ guild_id }) =>
    told.push(`message ${guild_id}`),
  );
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  return { client, told };
}

test('each of two clients has the servers of its shard, and hears of nothing else', async () => {
  const discord = await openDiscord({ acknowledgeWithinMs: 300 });
  await declare(discord);
  const other = addNext(discord);
  const shards = await Promise.all([0, 1].map((shard) => connectShard(discord, shard)));
  const expected: string[][] = [[], []];
  for (const [server, channel] of [
    [discord.guild.id, discord.channels.general],
    [other.id, other.general],
  ] as const) {
    const mine = shardOf(server);
    expect(shards[mine]?.client.guilds.cache.map(({ id }) => id)).toEqual([server]);
    await discord.as('ada').command('search', { query: 'x' }, { channel });
    discord.deleteChannel(channel);
    expected[mine]?.push(`interaction ${server}`, `deleted ${server}`);
  }
  await expect.poll(() => shards.map(({ told }) => told)).toEqual(expected);
});

test('direct messages, and a server that is joined later, come to the shard that they belong to', async () => {
  const discord = await openDiscord({ acknowledgeWithinMs: 300 });
  await declare(discord);
  const shards = await Promise.all([0, 1].map((shard) => connectShard(discord, shard)));
  await opening(discord, (ada) => ada.command('search', { query: 'x' }, { channel: 'dm' }));
  const url = `${discord.url}/control/say?as=ada&channel=dm`;
  const headers = { 'Content-Type': 'application/json' };
  await fetch(url, { method: 'POST', headers, body: JSON.stringify({ content: 'hello' }) });
  const { id } = addNext(discord);
  const expected: string[][] = [['interaction null', 'message undefined'], []];
  expected[shardOf(id)]?.push(`joined ${id}`);
  await expect.poll(() => shards.map(({ told }) => told)).toEqual(expected);
});

test('commands of a server are offered in that server alone', async () => {
  const discord = await openDiscord();
  const other = addNext(discord);
  const path = `/applications/${discord.applicationId}/guilds/${other.id}/commands`;
  await request(discord, 'PUT', path, [{ name: 'here', description: 'Only here' }]);
  expect(discord.commands({ channel: other.general }).map(({ name }) => name)).toEqual(['here']);
  expect(discord.commands()).toEqual([]);
});

test('a shard for every thousand servers is recommended, and one for more than 2,500 refused', async () => {
  const discord = await openDiscord({ serversPerShard: 1 });
  addNext(discord);
  expect((await request(discord, 'GET', '/gateway/bot')).body).toMatchObject({
    shards: 1,
    session_start_limit: { max_concurrency: 1 },
  });
  const client = new Client({ intents: [], rest: { api: discord.apiUrl } });
  onTestFinished(() => client.destroy());
  await expect(client.login(discord.token)).rejects.toThrow('Sharding is required');
  await connectShard(discord, 1);
});
