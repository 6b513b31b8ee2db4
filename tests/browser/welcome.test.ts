import { expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { describeInBrowser, openPage } from '../support/browser.ts';
import { button, saying, send } from '../support/browser-page.ts';
import { openRoom } from '../support/room.ts';

describeInBrowser('a first visit', () => {
  test('suggests a search, the anniversaries of today and a random document', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    const welcome = page.getByRole('region', { name: 'Welcome' });
    await welcome.getByRole('button').nth(2).waitFor();
    expect(await welcome.getByRole('button').count()).toBe(3);
    await welcome.getByRole('button').nth(0).click();
    await saying(page, /\d of \d/).waitFor();
    await welcome.getByRole('button').nth(1).click();
    await saying(page, 'On this day').waitFor();
    await welcome.getByRole('button').nth(2).click();
    await saying(page, 'Random document').waitFor();
    expect(discord.messages('general', 'ben')).toHaveLength(3);
  });

  test('has its suggestions stand still under the mouse, however slow the bot is', async () => {
    const { discord } = await openRoom(archive);
    discord.delayNext({ path: /callback/, ms: 700 });
    const page = await openPage(discord.url);
    const random = button(page, 'A random document');
    const before = await random.boundingBox();
    await button(page, 'Search for “Alekseev”').waitFor();
    expect(await random.boundingBox()).toEqual(before);
  });

  test('says how to bring a corpus and a token of one’s own', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    const said = await page.getByRole('region', { name: 'Welcome' }).textContent();
    expect(said).toContain('npm run -s import');
    expect(said).toContain('.env');
  });

  test.each(['light', 'dark'] as const)('has the colours of the system: %s', async (theme) => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url, { colorScheme: theme });
    const root = page.locator('html');
    expect(await root.getAttribute('data-theme')).toBe(theme);
    await button(page, 'Theme').click();
    const other = theme === 'light' ? 'dark' : 'light';
    expect(await root.getAttribute('data-theme')).toBe(other);
    await page.reload();
    expect(await root.getAttribute('data-theme')).toBe(other);
  });

  test('the newest message is in sight, unless one reads older ones', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    for (let count = 0; count < 3; count += 1)
      await discord.as('ada').run('search', { query: 'dispatch' });
    await send(page, '/search Mikoyan');
    await saying(page, '1 of 1').waitFor();
    const log = page.getByRole('log');
    const fromEnd = () =>
      log.evaluate(
        ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight,
      );
    await expect.poll(fromEnd).toBeLessThan(5);
    await log.hover();
    await page.mouse.wheel(0, -600);
    await expect.poll(fromEnd).toBeGreaterThan(300);
    await discord.as('ben').run('search', { query: 'Antonov' });
    await saying(page, 'From the Journal of Ambassador Antonov').waitFor();
    expect(await fromEnd()).toBeGreaterThan(300);
  });
});
