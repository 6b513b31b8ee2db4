import { Client, Events, GatewayIntentBits } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { LocalDiscord, LocalDiscordOptions } from '../src/local-discord.ts';
import { connectClient, declare, openDiscord, until } from '../testing/open-discord.ts';

/** A local Discord with a client that answers with the query, and what went over the gateway. */
async function withEcho(options: LocalDiscordOptions = {}) {
  const discord = await openDiscord(options);
  await declare(discord);
  const client = await connectClient(discord);
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply(interaction.options.getString('query', true));
  });
  const events: string[] = [];
  client.on(Events.Raw, ({ t }: { t: string }) => events.push(t));
  return { discord, events };
}

test('a client whose connection was lost resumes and gets what it missed', async () => {
  const { discord, events } = await withEcho();
  discord.gateway.drop();
  await until(discord, () => discord.gateway.connected() === 0);
  const message = await discord.as('ada').run('search', { query: 'missed' });
  expect(message.content).toBe('missed');
  expect(events).toEqual(['INTERACTION_CREATE', 'RESUMED']);
});

test('a client asked to reconnect resumes', async () => {
  const { discord, events } = await withEcho();
  discord.gateway.askReconnect();
  await expect.poll(() => events, { timeout: 5000 }).toEqual(['RESUMED']);
  expect((await discord.as('ada').run('search', { query: 'again' })).content).toBe('again');
});

test('a client whose session is invalid logs in anew', async () => {
  const { discord, events } = await withEcho();
  discord.gateway.invalidateSessions();
  await expect.poll(() => events, { timeout: 15_000 }).toEqual(['READY', 'GUILD_CREATE']);
  expect((await discord.as('ada').run('search', { query: 'again' })).content).toBe('again');
});

test('a client that resumes a forgotten session logs in anew', async () => {
  const { discord, events } = await withEcho();
  const { drop, invalidateSessions } = discord.gateway;
  drop();
  await until(discord, () => discord.gateway.connected() === 0);
  invalidateSessions();
  await expect.poll(() => events, { timeout: 15_000 }).toEqual(['READY', 'GUILD_CREATE']);
});

test('a session that was lost for more than five minutes is forgotten', async () => {
  let later = 0;
  const { discord, events } = await withEcho({ now: () => Date.now() + later });
  discord.gateway.drop();
  await until(discord, () => discord.gateway.connected() === 0);
  later = 5 * 60 * 1000 + 1;
  await expect.poll(() => events, { timeout: 15_000 }).toEqual(['READY', 'GUILD_CREATE']);
});

test('a wrong token is refused', async () => {
  const discord = await openDiscord();
  const client = new Client({ intents: [], rest: { api: discord.apiUrl } });
  onTestFinished(() => client.destroy());
  await expect(client.login('bm90.a.token')).rejects.toThrow('An invalid token was provided.');
});

test('two logins both get every event', async () => {
  const { discord } = await withEcho();
  await connectClient(discord);
  expect(discord.gateway.connected()).toBe(2);
  await discord.as('ada').run('search', { query: 'x' });
  const opened = discord.exchanges.filter(
    (one) => one.kind === 'event' && one.name === 'INTERACTION_CREATE',
  );
  expect(opened).toHaveLength(2);
});

test('message events come only to those who ask for them, private ones to nobody', async () => {
  const discord = await openDiscord();
  const client = await connectClient(discord, [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
  ]);
  const seen: string[] = [];
  client.on(Events.MessageCreate, ({ content }) => seen.push(`+ ${content}`));
  client.on(Events.MessageUpdate, (_, { content }) => seen.push(`~ ${content}`));
  client.on(Events.MessageDelete, ({ content }) => seen.push(`- ${content}`));
  const channel = await client.channels.fetch(discord.channels.general);
  if (!channel?.isSendable()) throw new Error('no text channel');
  const message = await channel.send('one');
  await message.edit('two');
  await message.delete();
  await expect.poll(() => seen).toEqual(['+ one', '~ two', '- two']);
});

const identify = (discord: LocalDiscord, more: object = {}) => ({
  op: 2,
  d: { token: discord.token, intents: 1, properties: {}, ...more },
});

test.each<[number, string, (discord: LocalDiscord) => readonly unknown[]]>([
  [4001, 'an unknown opcode', (discord) => [identify(discord), { op: 99 }]],
  [4002, 'no JSON', () => ['{']],
  [4003, 'a request before the login', () => [{ op: 3, d: {} }]],
  [4004, 'a wrong token', (discord) => [identify(discord, { token: 'wrong' })]],
  [4005, 'a second login', (discord) => [identify(discord), identify(discord)]],
  [4010, 'an impossible shard', (discord) => [identify(discord, { shard: [1, 1] })]],
  [4013, 'intents that do not exist', (discord) => [identify(discord, { intents: 2 ** 30 })]],
  [4014, 'intents that were not granted', (discord) => [identify(discord, { intents: 2 })]],
  [4009, 'no heartbeat', () => []],
])('the gateway closes with %i on %s', async (code, _, payloads) => {
  const discord = await openDiscord({ heartbeatIntervalMs: 300 });
  const socket = new WebSocket(`${discord.url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  const closed = new Promise((resolve) => socket.on('close', resolve));
  await new Promise((resolve) => socket.once('message', resolve));
  for (const payload of payloads(discord)) {
    socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload));
  }
  expect(await closed).toBe(code);
});

test('the gateway closes with 4007 on a number it has not sent yet', async () => {
  const discord = await openDiscord();
  const url = `${discord.url.replace('http', 'ws')}/gateway?v=10&encoding=json`;
  const first = new WebSocket(url);
  await new Promise((resolve) => first.once('open', resolve));
  first.send(JSON.stringify(identify(discord)));
  const session = await new Promise<string>((resolve) =>
    first.on('message', (data) => {
      const { t, d } = JSON.parse(String(data));
      if (t === 'READY') resolve(d.session_id);
    }),
  );
  first.terminate();
  const second = new WebSocket(url);
  const closed = new Promise((resolve) => second.on('close', resolve));
  await new Promise((resolve) => second.once('open', resolve));
  const d = { token: discord.token, session_id: session, seq: 100 };
  second.send(JSON.stringify({ op: 6, d }));
  expect(await closed).toBe(4007);
});
