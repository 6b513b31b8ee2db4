import { MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { withCommand } from '../testing/with-bot.ts';

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
