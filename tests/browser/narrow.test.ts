import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { describeInBrowser, openPage } from '../support/browser.ts';
import { button, composer, openMenu, rows, saying, send } from '../support/browser-page.ts';
import { aDocument } from '../support/documents.ts';
import { openRoom } from '../support/room.ts';

const PHONE = { viewport: { width: 375, height: 667 }, hasTouch: true };
const unbroken = aDocument({
  id: 'long',
  title: `Unbroken ${'x'.repeat(200)}`,
  description: `https://example.org/${'y'.repeat(300)}`,
});

/** How wide the page is, scrolled parts included. */
const widthOf = (page: Page) => page.evaluate<number>('document.scrollingElement.scrollWidth');

describeInBrowser('at the width of a telephone', () => {
  test('nothing scrolls sideways on the way to a card', async () => {
    const { discord } = await openRoom([...archive, unbroken]);
    const page = await openPage(discord.url, PHONE);
    expect(await widthOf(page)).toBe(375);
    await composer(page).tap();
    await composer(page).fill('/');
    await rows(page, 'Commands').first().waitFor();
    expect(await widthOf(page)).toBe(375);
    await rows(page, 'Commands').filter({ hasText: '/date' }).tap();
    await composer(page).waitFor({ state: 'detached' });
    expect(await widthOf(page)).toBe(375);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await send(page, '/search unbroken');
    const results = saying(page, '1 of 1');
    await results.waitFor();
    const menu = await openMenu(results, 'Open a document');
    await menu.waitFor();
    expect(await widthOf(page)).toBe(375);
    await menu.getByRole('option').first().tap();
    const card = saying(page, 'Only you can see this');
    await card.waitFor();
    expect(await widthOf(page)).toBe(375);
    const box = await card.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(375);
  });

  test('channels, people, theme and the inspector can be reached', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url, PHONE);
    const channels = page.getByRole('navigation', { name: 'Channels' });
    const toggle = page.getByRole('button', { name: 'Channels' });
    expect(await channels.isVisible()).toBe(false);
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
    await toggle.tap();
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('group', { name: 'You are' }).getByRole('button', { name: 'Ben' }).tap();
    await toggle.tap();
    await button(channels, '# archive').tap();
    await composer(page, '#archive').waitFor();
    await channels.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Theme' }).tap();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    await button(page, 'Under the hood').tap();
    const inspector = page.getByRole('region', { name: 'Under the hood' });
    await inspector.waitFor();
    expect(await widthOf(page)).toBe(375);
    await button(inspector, 'Close').tap();
    await inspector.waitFor({ state: 'detached' });
  });

  test('a page of results is turned by touch', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url, PHONE);
    await composer(page).fill('/search dispatch');
    await button(page, 'Send').tap();
    await button(saying(page, '1-5 of 12'), 'Next').tap();
    await saying(page, '6-10 of 12').waitFor();
    expect(await widthOf(page)).toBe(375);
  });
});
