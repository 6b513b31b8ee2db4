import { ModalBuilder, TextInputStyle } from 'discord.js';
import { withBot } from 'local-discord/testing';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { describeInBrowser, openPage } from '../support/browser.ts';
import { hindrances } from '../support/browser-axe.ts';
import { button, composer, openMenu, rows, saying, send } from '../support/browser-page.ts';
import { openRoom } from '../support/room.ts';

const WIDTHS = [1280, 375];
const THEMES = ['dark', 'light'] as const;

/** What axe finds in the page as it is now, at each width and in each theme. */
async function found(page: Page): Promise<readonly string[]> {
  const all: string[] = [];
  for (const width of WIDTHS) {
    for (const colorScheme of THEMES) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
      all.push(...(await hindrances(page)).map((one) => `${colorScheme}, ${width} px: ${one}`));
    }
  }
  return all;
}

/** Axe reads the whole page, four times at each stop. */
const PATIENT = { timeout: 60_000 };

describeInBrowser('axe finds nothing serious, in any theme and width', () => {
  test('on the way to a card', PATIENT, async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await button(page, 'A random document').waitFor();
    expect(await found(page), 'first visit').toEqual([]);
    await composer(page).fill('/');
    await rows(page, 'Commands').first().waitFor();
    expect(await found(page), 'list of commands').toEqual([]);
    await composer(page).fill('');
    await send(page, '/search dispatch');
    const results = saying(page, '1-5 of 12');
    await results.waitFor();
    expect(await found(page), 'results').toEqual([]);
    const menu = await openMenu(results, 'Open a document');
    await menu.waitFor();
    expect(await found(page), 'open menu').toEqual([]);
    await menu.getByRole('option').first().click();
    await saying(page, 'Only you can see this').waitFor();
    expect(await found(page), 'private card').toEqual([]);
  });

  test('where something is refused, and under the hood', PATIENT, async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await composer(page).fill('/search ');
    await button(page, 'Send').click();
    await page.getByRole('alert').waitFor();
    expect(await found(page), 'refusal').toEqual([]);
    await button(page, 'Under the hood').click();
    await page.getByRole('region', { name: 'Under the hood' }).waitFor();
    expect(await found(page), 'under the hood').toEqual([]);
  });

  test('where the bot thinks, does not answer, or opens a form', PATIENT, async () => {
    const { discord } = await withBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const query = interaction.options.getString('query');
      if (query === 'think') await interaction.deferReply();
      if (query === 'form') await interaction.showModal(form);
    });
    const page = await openPage(discord.url);
    await send(page, '/search silence');
    await saying(page, 'The application did not respond').waitFor();
    await send(page, '/search think');
    await saying(page, 'Reading Room is thinking').waitFor();
    expect(await found(page), 'no answer yet, and none at all').toEqual([]);
    await send(page, '/search form');
    await page.getByRole('dialog').waitFor();
    expect(await found(page), 'form').toEqual([]);
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
