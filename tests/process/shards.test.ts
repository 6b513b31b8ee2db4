import { openDiscord } from 'local-discord/testing';
import { expect, test } from 'vitest';
import { said } from '../support/messages.ts';
import { botOn, exitOf, main } from '../support/process.ts';

test('two processes share the servers, and neither stands in for the other', async () => {
  const discord = await openDiscord();
  const next = String(BigInt(discord.guild.id) + (1n << 22n));
  const other = discord.addServer('Other team', next);
  const shardOf = (id: string) => Number((BigInt(id) >> 22n) % 2n);
  const bots = [];
  for (const shard of ['0', '1']) {
    bots.push(await botOn(discord, { SHARDS: shard, SHARD_COUNT: '2' }));
  }
  await expect.poll(discord.gateway.connected).toBe(2);
  await expect.poll(() => discord.commands().length).toBeGreaterThan(0);
  const ada = discord.as('ada');
  const told = (channel: string) => ada.run('about', {}, { channel }).then(said);
  const { general } = discord.channels;
  for (const channel of [general, other.general, 'dm']) {
    expect(await told(channel)).toContain('Documents');
  }
  const opened = discord.exchanges.filter(
    (one) => one.kind === 'event' && one.name === 'INTERACTION_CREATE',
  );
  expect(opened).toHaveLength(3);

  const first = bots[shardOf(discord.guild.id)];
  first?.kill('SIGTERM');
  expect(first && (await exitOf(first))).toBe(0);
  expect(await told(other.general)).toContain('Documents');
  expect((await ada.command('about', {}, { channel: general })).state).toBe('failed');
});

test('a shard that has become too large stops the start and says what to do', async () => {
  const discord = await openDiscord({ serversPerShard: 1 });
  discord.addServer('Other team');
  const bot = await botOn(discord);
  expect(await exitOf(bot)).toBe(1);
  expect(bot.output.join('')).toContain('raise SHARD_COUNT');
});

test('an empty SHARDS of a copied .env.example is none', async () => {
  const discord = await openDiscord();
  await botOn(discord, { SHARDS: '', SHARD_COUNT: '' });
  await expect.poll(discord.gateway.connected).toBe(1);
});

test('a wrong SHARDS stops the start and says what would be right', async () => {
  const bot = main(['--bot'], { DISCORD_TOKEN: 'x', SHARDS: 'all' });
  expect(await exitOf(bot)).toBe(1);
  expect(bot.output.join('')).toMatch(/^SHARDS: "all" is no shard.*\[0,1\]\.\n$/);
});
