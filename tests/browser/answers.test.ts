import { ButtonStyle, ComponentType, MessageFlags } from 'discord.js';
import { withBot, withCommand } from 'local-discord/testing';
import { expect, test } from 'vitest';
import { describeInBrowser, openPage } from '../support/browser.ts';
import { button, openMenu, saying, send } from '../support/browser-page.ts';

/** One grey pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

describeInBrowser('answers', () => {
  test('a deferred one is awaited, then filled in place', async () => {
    const filling = Promise.withResolvers<void>();
    const { discord } = await withCommand(async (interaction) => {
      await interaction.deferReply();
      await filling.promise;
      await interaction.editReply('Here it is.');
      await interaction.followUp('And more.');
    });
    const page = await openPage(discord.url);
    await send(page, '/search x');
    const thinking = saying(page, 'Reading Room is thinking');
    await thinking.waitFor();
    filling.resolve();
    await saying(page, 'Here it is.').first().waitFor();
    await saying(page, 'And more.').waitFor();
    await thinking.waitFor({ state: 'detached' });
  });

  test('files can be downloaded, pictures are shown, links lead out', async () => {
    const { discord } = await withCommand(async (interaction) => {
      await interaction.reply({
        files: [
          { attachment: Buffer.from('title,date\n'), name: 'list.csv' },
          { attachment: PICTURE, name: 'page.png', description: 'A page of the journal' },
        ],
        components: [
          {
            type: ComponentType.ActionRow,
            components: [
              {
                type: ComponentType.Button,
                style: ButtonStyle.Link,
                label: 'Source',
                url: 'https://example.org/source',
              },
            ],
          },
        ],
      });
    });
    const page = await openPage(discord.url);
    await send(page, '/search x');
    const answer = saying(page, 'list.csv');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      answer.getByRole('link', { name: 'list.csv' }).first().click(),
    ]);
    expect(file.suggestedFilename()).toBe('list.csv');

    const picture = answer.getByRole('img', { name: 'A page of the journal' });
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate(({ naturalWidth }: { naturalWidth: number }) => naturalWidth))
      .toBe(1);

    const link = answer.getByRole('link', { name: 'Source' });
    expect(await link.getAttribute('href')).toBe('https://example.org/source');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toContain('noopener');
  });

  test('a menu can take several values, and says which', async () => {
    const { discord } = await withBot(async (interaction) => {
      if (interaction.isStringSelectMenu()) {
        await interaction.update({
          content: `Chosen: ${interaction.values.join(' and ')}`,
          components: [],
        });
      } else if (interaction.isChatInputCommand()) {
        await interaction.reply({
          components: [
            {
              type: ComponentType.ActionRow,
              components: [
                {
                  type: ComponentType.StringSelect,
                  customId: 'papers',
                  placeholder: 'Choose papers',
                  minValues: 2,
                  maxValues: 2,
                  options: [
                    { label: 'Letters', value: 'letters', description: 'What was sent' },
                    { label: 'Journals', value: 'journals' },
                    { label: 'Notes', value: 'notes' },
                  ],
                },
              ],
            },
          ],
        });
      }
    });
    const page = await openPage(discord.url);
    await send(page, '/search x');
    const message = page.getByRole('log').getByRole('article').first();
    const menu = await openMenu(message, 'Choose papers');
    await menu.getByRole('option', { name: 'Letters' }).click();
    await menu.getByRole('option', { name: 'Notes' }).click();
    await page.keyboard.press('Escape');
    await saying(page, 'Chosen: letters and notes').waitFor();
  });

  test('a private follow-up stands beside a public answer', async () => {
    const { discord } = await withCommand(async (interaction) => {
      await interaction.reply('For all.');
      await interaction.followUp({ content: 'For you.', flags: MessageFlags.Ephemeral });
    });
    const page = await openPage(discord.url);
    await send(page, '/search x');
    const followUp = saying(page, 'For you.');
    await followUp.filter({ hasText: 'Only you can see this' }).waitFor();
    const answer = saying(page, 'For all.').filter({ hasNotText: 'Only you can see this' });
    await answer.waitFor();
    await button(followUp, 'Dismiss message').click();
    await followUp.waitFor({ state: 'detached' });
    await answer.waitFor();
  });
});
