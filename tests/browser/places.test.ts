import { withCommand } from 'local-discord/testing';
import { expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { describeInBrowser, openPage } from '../support/browser.ts';
import { become, button, composer, messages, saying, send } from '../support/browser-page.ts';
import { openRoom } from '../support/room.ts';

describeInBrowser('places', () => {
  test('each channel has its own messages', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await send(page, '/search dispatch');
    await saying(page, '1-5 of 12').waitFor();
    const channels = page.getByRole('navigation', { name: 'Channels' });
    await button(channels, '# archive').click();
    await composer(page, '#archive').waitFor();
    expect(await messages(page, '#archive').count()).toBe(0);
    await send(page, '/search Mikoyan', '#archive');
    await saying(page, '1 of 1', '#archive').waitFor();
    await button(channels, '# general').click();
    await saying(page, '1-5 of 12').waitFor();
    expect(await messages(page).count()).toBe(1);
  });

  test('one can talk with the bot in direct messages, and nobody else sees it', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    const channels = page.getByRole('navigation', { name: 'Channels' });
    await button(channels, 'Reading Room').click();
    await send(page, '/search dispatch', 'Reading Room');
    const log = page.getByRole('log');
    await log.getByRole('article').filter({ hasText: '1-5 of 12' }).waitFor();
    await button(log, 'Next').click();
    await log.getByRole('article').filter({ hasText: '6-10 of 12' }).waitFor();
    await become(page, 'Ben');
    await button(channels, 'Reading Room').click();
    await composer(page, 'Reading Room').waitFor();
    expect(await log.getByRole('article').count()).toBe(0);
  });

  test('a thread that the bot begins is listed, and can be talked in', async () => {
    const { discord } = await withCommand(async (interaction) => {
      if (interaction.channel?.isThread()) return interaction.reply('In the thread.');
      const { resource } = await interaction.reply({ content: 'A plan', withResponse: true });
      return resource?.message?.startThread({ name: 'Crisis of 1962' });
    });
    const page = await openPage(discord.url);
    await send(page, '/search x');
    const channels = page.getByRole('navigation', { name: 'Channels' });
    await button(channels, 'Crisis of 1962').click();
    await composer(page, 'Crisis of 1962').waitFor();
    await send(page, '/search y', 'Crisis of 1962');
    await saying(page, 'In the thread.', 'Crisis of 1962').waitFor();
    await composer(page, 'Crisis of 1962').fill('Agreed.');
    await page.keyboard.press('Enter');
    await saying(page, 'Agreed.', 'Crisis of 1962').waitFor();
    await button(channels, '# general').click();
    expect(await saying(page, 'In the thread.').count()).toBe(0);
  });

  test('a person can begin a thread at an answer, and use the bot there', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await send(page, '/document mikoyan');
    const card = saying(page, 'On nationalization and the Western powers.');
    await card.hover();
    await card.getByRole('button', { name: /thread/i }).click();
    const name = /^Message Notes by Anastas Mikoyan/;
    await page.getByRole('combobox', { name }).fill('/onthisday ');
    await page.getByRole('group', { name: '/onthisday' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('article').filter({ hasText: 'On this day' }).waitFor();
    expect(discord.messages()).toHaveLength(1);
  });
});
