import { MessageFlags, ModalBuilder } from 'discord.js';
import { expect, test } from 'vitest';
import { withBot } from '../testing/with-bot.ts';

const NEXT = { type: 1, components: [{ type: 2, style: 1, label: 'Next', custom_id: 'next' }] };

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

test('a click that is put off and answered by a message of its own leads to that message', async () => {
  const { discord } = await withBot(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.reply({ content: 'page 1', components: [NEXT] });
    } else if (interaction.isButton()) {
      await interaction.deferUpdate();
      await interaction.followUp({ content: 'aside', flags: MessageFlags.Ephemeral });
    }
  });
  const { id } = await discord.as('ada').run('search', { query: 'x' });
  const clicked = await discord.as('ada').click(id, 'next');
  expect(await clicked.answer()).toMatchObject({ content: 'aside' });
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
  await expect(ada.submit(interaction.id, {})).rejects.toThrow('Note: This is required.');
  await expect(ada.submit(interaction.id, { note: 'x'.repeat(11) })).rejects.toThrow('At most 10');
  expect((await ada.submit(interaction.id, { note: 'seen' })).message()?.content).toBe('seen');
});
