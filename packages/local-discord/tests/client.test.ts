import { expect, test } from 'vitest';
import { connectClient, openDiscord, SEARCH } from '../testing/open-discord.ts';
import { withCommand } from '../testing/with-bot.ts';

test('the client logs in, sees its server, channels and itself', async () => {
  const discord = await openDiscord();
  const client = await connectClient(discord);
  expect(client.user.id).toBe(discord.bot.id);
  expect(client.application.id).toBe(discord.applicationId);
  const guild = client.guilds.cache.get(discord.guild.id);
  expect(guild?.channels.cache.map(({ name }) => name)).toEqual(['general', 'archive']);
  expect((await guild?.members.fetch(discord.users.ada.id))?.displayName).toBe('Ada');
  await client.application.fetch();
  expect((await client.users.fetch(discord.users.ben.id)).username).toBe('ben');
});

test('the client registers commands, everywhere and in one server', async () => {
  const discord = await openDiscord();
  const { application } = await connectClient(discord);
  await application.commands.set([SEARCH]);
  const created = await application.commands.create({ name: 'about', description: 'About it' });
  await application.commands.edit(created, { description: 'About this archive' });
  await application.commands.set([{ name: 'here', description: 'Only here' }], discord.guild.id);
  expect(discord.commands().map(({ name }) => name)).toEqual(['about', 'here', 'search']);
  expect(discord.commands({ channel: 'dm' }).map(({ name }) => name)).toEqual(['about', 'search']);
  expect((await application.commands.fetch()).map(({ description }) => description)).toEqual([
    'Finds documents',
    'About this archive',
  ]);
  await application.commands.delete(created);
  expect(discord.commands().map(({ name }) => name)).toEqual(['here', 'search']);
});

test('the client writes into channels, threads and direct messages', async () => {
  const discord = await openDiscord();
  const client = await connectClient(discord);
  const channel = await client.channels.fetch(discord.channels.archive);
  if (!channel?.isSendable() || !('threads' in channel)) throw new Error('no text channel');
  const message = await channel.send('one');
  await message.edit('two');
  const thread = await message.startThread({ name: 'Talk' });
  await thread.send('inside');
  const reply = await message.reply('three');
  await reply.delete();
  await (await client.users.fetch(discord.users.ada.id)).send('hello');
  expect(discord.messages('archive').map(({ content }) => content)).toEqual(['two']);
  expect(discord.messages('Talk').map(({ content }) => content)).toEqual(['inside']);
  expect(discord.messages('dm').map(({ content }) => content)).toEqual(['hello']);
  expect((await channel.messages.fetch({ limit: 10 })).size).toBe(1);
});

test('commands can be used where the bot is and where a user brings it', async () => {
  const seen: unknown[] = [];
  const { discord } = await withCommand(async (interaction) => {
    const { context, guildId, authorizingIntegrationOwners } = interaction;
    const { guildId: server, userId } = authorizingIntegrationOwners;
    seen.push([context, guildId !== null, server, userId]);
    await interaction.reply('ok');
  });
  const ada = discord.as('ada');
  for (const channel of ['general', 'dm', 'elsewhere', 'between']) {
    await ada.run('search', { query: 'x' }, { channel });
  }
  const user = discord.users.ada.id;
  expect(seen).toEqual([
    [0, true, discord.guild.id, null],
    [1, false, '0', user],
    [0, true, null, user],
    [2, false, null, user],
  ]);
  expect(discord.messages('between', 'ben')).toHaveLength(1);
});
