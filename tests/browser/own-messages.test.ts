import { expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { describeInBrowser, openPage } from '../support/browser.ts';
import { button, composer, messages, saying, waitForCount } from '../support/browser-page.ts';
import { openRoom } from '../support/room.ts';

describeInBrowser('what one wrote oneself', () => {
  test('is edited and deleted, and the bot’s answer follows', async () => {
    const { discord } = await openRoom(archive, { door: 'gateway' });
    const page = await openPage(discord.url);
    const write = async (text: string) => {
      await composer(page).fill(text);
      await page.keyboard.press('Enter');
    };
    await write(`@${discord.bot.username} [[mikoyan]]`);
    await saying(page, 'Notes by Anastas Mikoyan').waitFor();

    const own = messages(page).first();
    await own.hover();
    await button(own, 'Edit').click();
    const box = page.getByRole('textbox', { name: 'Edit message' });
    expect(await box.inputValue()).toBe(`@${discord.bot.username} [[mikoyan]]`);
    await box.fill(`@${discord.bot.username} [[october]]`);
    await page.keyboard.press('Enter');
    await box.waitFor({ state: 'detached' });
    await saying(page, 'Letter on the blockade').waitFor();
    expect(await saying(page, 'Notes by Anastas Mikoyan').count()).toBe(0);
    await own
      .getByRole('button', { name: 'Edit', exact: true })
      .and(page.locator(':focus'))
      .waitFor();

    await own.hover();
    await button(own, 'Delete').click();
    await waitForCount(messages(page), 0);
  });

  test('is edited by keys alone, left as it was by Escape, and what is refused says why', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await composer(page).fill('A first try');
    await page.keyboard.press('Enter');
    await saying(page, 'A first try').waitFor();
    await composer(page).press('ArrowUp');
    const box = page.getByRole('textbox', { name: 'Edit message' });
    await box.and(page.locator(':focus')).waitFor();
    await page.keyboard.type(', changed');
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    expect(await messages(page).first().innerText()).not.toContain('changed');

    await composer(page).press('ArrowUp');
    await box.fill(' ');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'There is nothing to send.' }).waitFor();
    await box.fill('A second try');
    await button(page, 'Save').click();
    await saying(page, 'A second try').filter({ hasText: '(edited)' }).waitFor();
    // Others can’t change it.
    discord.as('ben').say('Mine');
    const other = saying(page, 'Mine');
    await other.hover();
    expect(await button(other, 'Edit').count()).toBe(0);
  });
});
