import { openDiscord } from 'local-discord/testing';
import { test } from 'vitest';
import { describeInBrowser, openPage } from '../support/browser.ts';
import { button, composer, openMenu, saying, send } from '../support/browser-page.ts';
import { connected, environmentOn, exitOf, main } from '../support/process.ts';

describeInBrowser('a restart of the bot', () => {
  test('is told; what was there before it still works after it', async () => {
    const discord = await openDiscord({ acknowledgeWithinMs: 4000 });
    const env = await environmentOn(discord);
    const bot = main(['--bot'], env);
    await connected(discord);
    const page = await openPage(discord.url);
    const trouble = page.getByRole('status').filter({ hasText: 'not connected' });
    await send(page, '/search dispatch');
    const results = saying(page, /1-5 of 12/);
    await results.waitFor();

    bot.kill('SIGKILL');
    await exitOf(bot);
    await trouble.waitFor();
    await button(results, 'Next').click();
    await send(page, '/onthisday');
    await page.getByText('This interaction failed').waitFor();
    await saying(page, 'The application did not respond').waitFor();

    main(['--bot'], env);
    await connected(discord);
    await trouble.waitFor({ state: 'detached' });
    await button(results, 'Next').click();
    const turned = saying(page, '6-10 of 12');
    await turned.waitFor();
    await (await openMenu(turned, 'Open a document')).getByRole('option').first().click();
    await saying(page, 'Only you can see this').filter({ hasText: 'Share' }).waitFor();
  });

  test('a page that is open before the bot gets its commands when they come', async () => {
    // A process that has just started beside all other tests may need more than three seconds.
    const discord = await openDiscord({ acknowledgeWithinMs: 10_000 });
    const page = await openPage(discord.url);
    await page.getByRole('status').filter({ hasText: 'not connected' }).waitFor();
    main(['--bot'], await environmentOn(discord));
    await button(page, 'A random document').click({ timeout: 40_000 });
    await saying(page, 'Random document').waitFor();
    await composer(page).fill('/');
    await page.getByRole('option', { name: '/search' }).waitFor();
  });

  test('this Discord itself can be away, and that is told', async () => {
    const discord = await openDiscord();
    const page = await openPage(discord.url, { tolerated: /ERR_(CONNECTION|INCOMPLETE|SOCKET)/ });
    await discord.close();
    await page.getByRole('status').filter({ hasText: 'cannot be reached' }).waitFor();
    await composer(page).fill('Is anybody there?');
    await page.keyboard.press('Enter');
    // What the page was asking for just then may be told of as well.
    await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).first().waitFor();
  });
});
