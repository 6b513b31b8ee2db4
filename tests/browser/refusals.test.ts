import { withBot } from 'local-discord/testing';
import { expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { describeInBrowser, openPage } from '../support/browser.ts';
import { composer, draft, field, saying, send } from '../support/browser-page.ts';
import { openRoom } from '../support/room.ts';

describeInBrowser('what is not sent', () => {
  test('a command without a required option: the reason is said, and the command stays', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await composer(page).pressSequentially('/search');
    await page.keyboard.press('Enter');
    await draft(page, 'search').waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'query' });
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/query.*required/i);
    expect(discord.messages()).toEqual([]);

    await field(page, 'query').fill('dispatch');
    await alert.waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await saying(page, '1-5 of 12').waitFor();
  });

  test('too long a text is refused with its option and the limit, and is kept', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    const long = 'letter '.repeat(200).trim();
    await send(page, `/search ${long}`);
    const alert = page.getByRole('alert').filter({ hasText: 'query' });
    await alert.waitFor();
    expect(await alert.innerText()).toContain('1000');
    expect(await field(page, 'query').inputValue()).toBe(long);
    expect(discord.messages()).toEqual([]);
  });

  test('a command that is not there is no message', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await composer(page).fill('/serch dispatch');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'no command /serch' }).waitFor();
    expect(await composer(page).inputValue()).toBe('/serch dispatch');
    expect(discord.messages()).toEqual([]);
  });

  test('what is typed by no option’s name is not dropped', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await composer(page).pressSequentially('/onthisday tomorrow');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '“tomorrow” belongs to no option' }).waitFor();
    expect(discord.messages()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await composer(page).pressSequentially('/onthisday date:2 November');
    await page.keyboard.press('Enter');
    await saying(page, 'On this day: 2 November').waitFor();
  });

  test('a number out of its bounds is refused', async () => {
    const { discord } = await withBot(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('sent all the same');
    });
    const page = await openPage(discord.url);
    await send(page, '/search query:x limit:9');
    await page.getByRole('alert').filter({ hasText: 'limit' }).waitFor();
    expect(discord.messages()).toEqual([]);
  });

  test('a message over 2000 characters is refused, and is kept', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await composer(page).fill('a'.repeat(2001));
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '2000' }).waitFor();
    expect(await composer(page).inputValue()).toHaveLength(2001);
    expect(discord.messages()).toEqual([]);
  });
});
