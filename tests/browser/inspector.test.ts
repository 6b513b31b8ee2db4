import { expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { describeInBrowser, openPage } from '../support/browser.ts';
import { button, saying, send } from '../support/browser-page.ts';
import { openRoom } from '../support/room.ts';

describeInBrowser('under the hood', () => {
  test('is closed at first, and shows the exchanges in order, with delays and bodies', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await send(page, '/search Mikoyan');
    await saying(page, '1 of 1').waitFor();
    const inspector = page.getByRole('region', { name: 'Under the hood' });
    const toggle = button(page, 'Under the hood');
    expect(await inspector.count()).toBe(0);
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');

    await toggle.click();
    await inspector.waitFor();
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    const event = inspector.getByRole('listitem').filter({ hasText: '/search' }).last();
    const callback = inspector.getByRole('listitem').filter({ hasText: '/callback' }).last();
    await callback.waitFor();
    expect(await event.innerText()).toContain('INTERACTION_CREATE');
    expect(await callback.innerText()).toMatch(/POST.*\d ms/s);
    const all = await inspector.getByRole('listitem').allInnerTexts();
    expect(all.indexOf(await event.innerText())).toBeLessThan(
      all.indexOf(await callback.innerText()),
    );
    await callback.locator('summary').click();
    await callback.getByText('"1 of 1 · by relevance"').waitFor();
  });

  test('goes on while it is open, and closes again', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await button(page, 'Under the hood').click();
    const inspector = page.getByRole('region', { name: 'Under the hood' });
    await inspector.waitFor();
    await send(page, '/onthisday');
    await inspector.getByRole('listitem').filter({ hasText: '/onthisday' }).waitFor();
    await button(page, 'Under the hood').click();
    await inspector.waitFor({ state: 'detached' });
  });

  test('shows no token', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await button(page, 'Under the hood').click();
    const inspector = page.getByRole('region', { name: 'Under the hood' });
    await inspector.getByRole('listitem').first().waitFor();
    expect(await inspector.textContent()).not.toContain(discord.token);
  });
});
