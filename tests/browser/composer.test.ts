import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { archive } from '../commands/fixtures.ts';
import { describeInBrowser, openPage } from '../support/browser.ts';
import {
  composer,
  draft,
  field,
  highlighted,
  rows,
  saying,
  waitForCount,
} from '../support/browser-page.ts';
import { openRoom } from '../support/room.ts';

/** Those with subcommands are listed by them. */
const sendableCommands = commands
  .flatMap(({ data }) => ('options' in data ? [data.options ?? []] : []))
  .map((options) => options.filter(({ type }) => type === Type.Subcommand).length || 1)
  .reduce((sum, listed) => sum + listed);

describeInBrowser('the box for writing', () => {
  test('a slash lists the commands, typing filters them, arrows choose', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await composer(page).pressSequentially('/');
    await waitForCount(rows(page, 'Commands'), sendableCommands);
    const all = await rows(page, 'Commands').allInnerTexts();
    expect(all.at(-1)).toMatch(/^\/watch remove\s+End a watch/);
    expect(await highlighted(page, 'Commands').innerText()).toBe(all[0]);

    await page.keyboard.press('ArrowDown');
    await expect.poll(() => highlighted(page, 'Commands').innerText()).toBe(all[1]);
    const active = await composer(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).innerText()).toBe(all[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => highlighted(page, 'Commands').innerText()).toBe(all.at(-1));

    await composer(page).pressSequentially('onth');
    await waitForCount(rows(page, 'Commands'), 1);
    expect(await rows(page, 'Commands').innerText()).toMatch(/^\/onthisday/);
  });

  test('Escape closes the list, and then leaves the command', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await composer(page).pressSequentially('/sea');
    await page.keyboard.press('Tab');
    await draft(page, 'search').waitFor();
    await field(page, 'query').pressSequentially('dispatch');
    await rows(page, 'query').first().waitFor();
    await page.keyboard.press('Escape');
    await waitForCount(rows(page, 'query'), 0);
    expect(await field(page, 'query').inputValue()).toBe('dispatch');
    await page.keyboard.press('Escape');
    await draft(page, 'search').waitFor({ state: 'detached' });
    expect(await composer(page).inputValue()).toBe('');
    expect(discord.messages()).toEqual([]);
  });

  test('autocomplete offers what the bot offers; Enter without a row sends what is typed', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await composer(page).pressSequentially('/search');
    await page.keyboard.press('Enter');
    await field(page, 'query').pressSequentially('dispatch');
    await rows(page, 'query')
      .filter({ hasText: 'Dispatch number 3 from Peking (3 April 1954)' })
      .waitFor();
    expect(await rows(page, 'query').count()).toBeLessThanOrEqual(25);
    expect(await highlighted(page, 'query').count()).toBe(0);
    await page.keyboard.press('Enter');
    await saying(page, '1-5 of 12').waitFor();
    expect(await composer(page).inputValue()).toBe('');
  });

  test('the highlighted row is in sight, however long the list', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url, { viewport: { width: 900, height: 400 } });
    await composer(page).fill('/document ');
    await field(page, 'title').fill('dispatch');
    await expect.poll(() => rows(page, 'title').count()).toBe(12);
    await page.keyboard.press('ArrowUp');
    const last = highlighted(page, 'title');
    await last.waitFor();
    expect(await last.innerText()).toBe(await rows(page, 'title').last().innerText());
    const isOnTop = () =>
      last.evaluate((row) => {
        const { left, top, height } = row.getBoundingClientRect();
        return row.contains(row.ownerDocument.elementFromPoint(left + 20, top + height / 2));
      });
    await expect.poll(isOnTop).toBe(true);
  });

  test('Enter on a row of autocomplete takes it, and sends its value', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await composer(page).pressSequentially('/document');
    await page.keyboard.press('Enter');
    await field(page, 'title').pressSequentially('notes by m');
    await expect.poll(() => rows(page, 'title').allInnerTexts()).toHaveLength(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => field(page, 'title').inputValue())
      .toBe('Notes by Anastas Mikoyan ahead of Meetings with Mao Zedong (31 January 1949)');
    await page.keyboard.press('Enter');
    await saying(page, 'On nationalization and the Western powers.').waitFor();
  });

  test('what one person writes without a slash is a message', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await composer(page).pressSequentially('Who has read **Antonov**?');
    await page.keyboard.press('Enter');
    await saying(page, 'Who has read Antonov?').filter({ hasText: 'Ada' }).waitFor();
    expect(discord.messages().map(({ content }) => content)).toEqual(['Who has read **Antonov**?']);
  });
});
