import { ModalBuilder, TextInputStyle } from 'discord.js';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { describeInBrowser, openPage } from '../support/browser.ts';
import { hindrances } from '../support/browser-axe.ts';
import { button, composer, openMenu, rows, saying, send } from '../support/browser-page.ts';
import { openRoom } from '../support/room.ts';
import { withBot } from '../support/sandbox-bot.ts';

const WAYS = [
  { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 375, height: 700 } },
  { colorScheme: 'light', viewport: { width: 375, height: 700 } },
] as const;

describeInBrowser('axe finds nothing serious', () => {
  test.each(WAYS)('$colorScheme, $viewport.width px: on the way to a card', async (way) => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url, way);
    const found: Record<string, readonly string[]> = {};
    const look = async (at: string) => {
      found[at] = await hindrances(page);
    };
    await button(page, 'A random document').waitFor();
    await look('first visit');
    await composer(page).fill('/');
    await rows(page, 'Commands').first().waitFor();
    await look('list of commands');
    await composer(page).fill('');
    await send(page, '/search dispatch');
    const results = saying(page, '1-5 of 12');
    await results.waitFor();
    await look('results');
    const menu = await openMenu(results, 'Open a document');
    await menu.waitFor();
    await look('open menu');
    await menu.getByRole('option').first().click();
    await saying(page, 'Only you can see this').waitFor();
    await look('private card');
    await composer(page).fill('/search ');
    await button(page, 'Send').click();
    await page.getByRole('alert').waitFor();
    await look('refusal');
    await button(page, 'Under the hood').click();
    await page.getByRole('region', { name: 'Under the hood' }).waitFor();
    await look('under the hood');
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((at) => [at, []])));
  });

  test.each(WAYS)('$colorScheme, $viewport.width px: a form, a failure, a thread', async (way) => {
    const { discord } = await withBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const query = interaction.options.getString('query');
      if (query === 'form') await interaction.showModal(form);
      if (query === 'think') await interaction.deferReply();
    });
    const page: Page = await openPage(discord.url, way);
    await send(page, '/search think');
    await saying(page, 'Reading Room is thinking').waitFor();
    expect(await hindrances(page)).toEqual([]);
    await send(page, '/search form');
    await page.getByRole('dialog').waitFor();
    expect(await hindrances(page)).toEqual([]);
  });
});

const form = new ModalBuilder({
  customId: 'note',
  title: 'A note',
  components: [
    {
      type: 1,
      components: [{ type: 4, customId: 'title', label: 'Title', style: TextInputStyle.Short }],
    },
  ],
});
