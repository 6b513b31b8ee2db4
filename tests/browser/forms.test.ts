import { ModalBuilder, TextInputStyle } from 'discord.js';
import { withBot } from 'local-discord/testing';
import { expect, test } from 'vitest';
import { describeInBrowser, openPage } from '../support/browser.ts';
import { button, saying, send } from '../support/browser-page.ts';

const form = new ModalBuilder({
  customId: 'note',
  title: 'A note on a document',
  components: [
    {
      type: 1,
      components: [
        { type: 4, customId: 'title', label: 'Title', style: TextInputStyle.Short, maxLength: 20 },
      ],
    },
    {
      type: 1,
      components: [
        {
          type: 4,
          customId: 'words',
          label: 'In your words',
          style: TextInputStyle.Paragraph,
          required: false,
          value: 'As it was',
        },
      ],
    },
  ],
});

const openForms = () =>
  withBot(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(form);
    if (interaction.isModalSubmit()) {
      const { fields } = interaction;
      await interaction.reply(
        `Noted ${fields.getTextInputValue('title')}: ${fields.getTextInputValue('words')}`,
      );
    }
  });

describeInBrowser('forms', () => {
  test('one is filled in and sent by keyboard', async () => {
    const { discord } = await openForms();
    const page = await openPage(discord.url);
    await send(page, '/search x');
    const dialog = page.getByRole('dialog', { name: 'A note on a document' });
    await dialog.waitFor();
    expect(await dialog.getByRole('textbox', { name: 'In your words' }).inputValue()).toBe(
      'As it was',
    );
    await page.keyboard.type('Journal');
    await page.keyboard.press('Enter');
    await saying(page, 'Noted Journal: As it was').waitFor();
    await dialog.waitFor({ state: 'detached' });
  });

  test('what is missing or too long is said in the form, which stays', async () => {
    const { discord } = await openForms();
    const page = await openPage(discord.url);
    await send(page, '/search x');
    const dialog = page.getByRole('dialog', { name: 'A note on a document' });
    await button(dialog, 'Submit').click();
    await dialog.getByRole('alert').filter({ hasText: 'Title' }).waitFor();
    await dialog.getByRole('textbox', { name: 'Title' }).fill('t'.repeat(21));
    await button(dialog, 'Submit').click();
    await dialog.getByRole('alert').filter({ hasText: '20' }).waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Title' }).inputValue()).toHaveLength(21);
    expect(discord.messages()).toEqual([]);
  });

  test('one can be left, by button or by Escape', async () => {
    const { discord } = await openForms();
    const page = await openPage(discord.url);
    const dialog = page.getByRole('dialog', { name: 'A note on a document' });
    await send(page, '/search x');
    await button(dialog, 'Cancel').click();
    await dialog.waitFor({ state: 'detached' });
    await send(page, '/search y');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(discord.messages()).toEqual([]);
  });
});
