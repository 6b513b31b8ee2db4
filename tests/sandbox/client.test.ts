import {
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
  MessageFlags,
  ModalBuilder,
} from 'discord.js';
import { expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/sandbox/local-discord.ts';
import { connectClient, declare, openDiscord, SEARCH } from '../support/sandbox.ts';

/** A local Discord with the real client in it, which answers as told. */
async function withBot(
  answer: (interaction: Interaction) => Promise<unknown>,
): Promise<{ discord: LocalDiscord; client: Client<true> }> {
  const discord = await openDiscord();
  await declare(discord);
  const client = await connectClient(discord);
  client.on(Events.InteractionCreate, answer);
  return { discord, client };
}

const withCommand = (answer: (interaction: ChatInputCommandInteraction) => Promise<unknown>) =>
  withBot(async (interaction) => interaction.isChatInputCommand() && answer(interaction));

const NEXT = { type: 1, components: [{ type: 2, style: 1, label: 'Next', custom_id: 'next' }] };

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

test('a reply is a message that both users see', async () => {
  const { discord } = await withCommand((interaction) =>
    interaction.reply(`${interaction.user.username}: ${interaction.options.getString('query')}`),
  );
  const message = await discord.as('ada').run('search', { query: 'Cuba' });
  expect(message).toMatchObject({ content: 'ada: Cuba', author: discord.bot, type: 20 });
  expect(discord.messages('general', 'ben')).toEqual([message]);
  expect(discord.messages('archive')).toEqual([]);
});

test('a reply gives the message back where the client asks for it', async () => {
  let replied: string | undefined;
  const { discord } = await withCommand(async (interaction) => {
    const { resource } = await interaction.reply({ content: 'here', withResponse: true });
    replied = resource?.message?.id;
  });
  const { id } = await discord.as('ada').run('search', { query: 'x' });
  await expect.poll(() => replied).toBe(id);
});

test('a deferred answer is filled by an edit, and stays private', async () => {
  const { discord } = await withCommand(async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({ embeds: [{ title: 'Later' }] });
  });
  const outcome = await discord.as('ada').command('search', { query: 'x' });
  const answer = await outcome.answer();
  expect(answer.flags).toBe(MessageFlags.Ephemeral);
  expect(answer.embeds).toEqual([{ type: 'rich', title: 'Later' }]);
  expect(discord.messages('general', 'ben')).toEqual([]);
});

test('the first follow-up fills a deferred answer, later ones are messages of their own', async () => {
  const { discord } = await withCommand(async (interaction) => {
    await interaction.deferReply();
    await interaction.followUp({ content: 'first', flags: MessageFlags.Ephemeral });
    await interaction.followUp({ content: 'second', flags: MessageFlags.Ephemeral });
    await interaction.followUp('third');
  });
  await discord.as('ada').run('search', { query: 'x' });
  await expect.poll(() => discord.messages('general', 'ada').length).toBe(3);
  expect(discord.messages('general', 'ben').map(({ content }) => content)).toEqual([
    'first',
    'third',
  ]);
});

test('a deferred answer can be deleted and followed by a private one', async () => {
  const { discord } = await withCommand(async (interaction) => {
    await interaction.deferReply();
    await interaction.deleteReply();
    await interaction.followUp({ content: 'sorry', flags: MessageFlags.Ephemeral });
  });
  const answer = await discord.as('ada').run('search', { query: 'x' });
  expect(answer).toMatchObject({ content: 'sorry', flags: MessageFlags.Ephemeral });
  expect(discord.messages('general', 'ben')).toEqual([]);
});

test('a button changes its message in place, at once or deferred', async () => {
  const { discord } = await withBot(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.reply({ content: 'page 1', components: [NEXT] });
    } else if (interaction.isButton() && interaction.user.username === 'ada') {
      await interaction.update({ content: 'page 2' });
    } else if (interaction.isButton()) {
      await interaction.deferUpdate();
      await interaction.editReply({ content: 'page 3', components: [] });
    }
  });
  const { id } = await discord.as('ada').run('search', { query: 'x' });
  const first = await discord.as('ada').click(id, 'next');
  expect(first.message()).toMatchObject({ id, content: 'page 2' });
  const second = await discord.as('ben').click(id, 'next');
  expect(await second.answer()).toMatchObject({ id, content: 'page 3', components: [] });
});

test('a menu gives its value', async () => {
  const menu = {
    type: 3,
    custom_id: 'open',
    options: [
      { label: 'One', value: '1' },
      { label: 'Two', value: '2' },
    ],
  };
  const { discord } = await withBot(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.reply({ components: [{ type: 1, components: [menu] }] });
    } else if (interaction.isStringSelectMenu()) {
      await interaction.reply({
        content: interaction.values.join(),
        flags: MessageFlags.Ephemeral,
      });
    }
  });
  const { id } = await discord.as('ada').run('search', { query: 'x' });
  const outcome = await discord.as('ben').select(id, 'open', ['2']);
  expect(outcome.message()?.content).toBe('2');
  expect(discord.messages('general', 'ada').map((message) => message.id)).toEqual([id]);
});

test('autocompletion gives choices for what has been typed', async () => {
  const { discord } = await withBot(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const { name, value } = interaction.options.getFocused(true);
    const limit = interaction.options.getInteger('limit');
    await interaction.respond([{ name: `${name} ${value} ${limit}`, value: 'id' }]);
  });
  const ada = discord.as('ada');
  expect(await ada.autocomplete('search', 'query', 'khr', { limit: 3 })).toEqual([
    { name: 'query khr 3', value: 'id' },
  ]);
  expect(await ada.complete('/search limit:2 query:two wor')).toEqual([
    { name: 'query two wor 2', value: 'id' },
  ]);
});

test('a modal opens, is filled in and answered', async () => {
  const { discord } = await withBot(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const input = {
        type: 4,
        custom_id: 'note',
        label: 'Note',
        style: 1,
        max_length: 10,
      } as const;
      await interaction.showModal(
        new ModalBuilder({
          custom_id: 'form',
          title: 'A note',
          components: [{ type: 1, components: [input] }],
        }),
      );
    } else if (interaction.isModalSubmit()) {
      await interaction.reply(interaction.fields.getTextInputValue('note'));
    }
  });
  const ada = discord.as('ada');
  const { modal, interaction } = await ada.command('search', { query: 'x' });
  expect(modal?.title).toBe('A note');
  await expect(ada.submit(interaction.id, {})).rejects.toThrow('note: This is required.');
  await expect(ada.submit(interaction.id, { note: 'x'.repeat(11) })).rejects.toThrow('At most 10');
  expect((await ada.submit(interaction.id, { note: 'seen' })).message()?.content).toBe('seen');
});

test('files can be downloaded again; those an embed shows are not listed', async () => {
  const { discord } = await withCommand((interaction) =>
    interaction.reply({
      embeds: [{ title: 'Map', image: { url: 'attachment://map.png' } }],
      files: [
        { attachment: Buffer.from('picture'), name: 'map.png' },
        { attachment: Buffer.from('a,b\n'), name: 'list.csv', description: 'The list' },
      ],
    }),
  );
  const { attachments, embeds } = await discord.as('ada').run('search', { query: 'x' });
  expect(attachments).toMatchObject([{ filename: 'list.csv', description: 'The list', size: 4 }]);
  const download = async (url = '') => (await fetch(url)).text();
  expect(await download(attachments[0]?.url)).toBe('a,b\n');
  expect(await download(embeds[0]?.image?.url)).toBe('picture');
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

test.each([{ global: false }, { global: true }])('the client survives a 429 %o', async (limit) => {
  const { discord } = await withCommand((interaction) => interaction.reply('after all'));
  discord.refuseNext({ status: 429, path: '/callback', retryAfter: 0.2, ...limit });
  const message = await discord.as('ada').run('search', { query: 'x' });
  expect(message.content).toBe('after all');
  const statuses = discord.exchanges.flatMap((one) =>
    one.kind === 'request' && one.path.endsWith('/callback') ? one.status : [],
  );
  expect(statuses).toEqual([429, 204]);
});
