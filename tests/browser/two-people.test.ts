import { expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { describeInBrowser, openPage } from '../support/browser.ts';
import {
  become,
  button,
  composer,
  messages,
  openMenu,
  saying,
  send,
} from '../support/browser-page.ts';
import { openRoom } from '../support/room.ts';

describeInBrowser('two people', () => {
  test('one opens a card privately and shares it; the other sees only what is shared', async () => {
    const { discord } = await openRoom(archive);
    const ada = await openPage(discord.url);
    const ben = await openPage(discord.url);
    await become(ben, 'Ben');

    await send(ada, '/search Mikoyan');
    const results = saying(ada, '1 of 1');
    await (await openMenu(results, 'Open a document')).getByRole('option').first().click();
    const card = saying(ada, 'Only you can see this');
    await card.waitFor();
    await saying(ben, '1 of 1').waitFor();
    expect(await messages(ben).count()).toBe(1);

    await button(card, 'Share').click();
    const shared = saying(ben, 'Shared by @Ada');
    await shared.waitFor();
    expect(await shared.innerText()).toContain('On nationalization and the Western powers.');
    expect(await messages(ben).count()).toBe(2);
    expect(await messages(ada).count()).toBe(3);
    expect(await shared.innerText()).not.toContain('Original message was deleted');
    await saying(ada, 'Shared here').getByRole('button', { name: 'discord.com' }).click();
    await ada.locator('discord-message:focus').filter({ hasText: 'Shared by @Ada' }).waitFor();
  });

  test('who did not ask gets a page of their own', async () => {
    const { discord } = await openRoom(archive);
    const ada = await openPage(discord.url);
    const ben = await openPage(`${discord.url}/?as=ben`);
    await send(ada, '/search dispatch');
    await button(saying(ben, '1-5 of 12'), 'Next').click();
    const copy = saying(ben, '6-10 of 12');
    await copy.waitFor();
    expect(await copy.innerText()).toContain('Only you can see this');
    expect(await messages(ben).count()).toBe(2);
    expect(await messages(ada).count()).toBe(1);
    expect(await saying(ada, '6-10 of 12').count()).toBe(0);
  });

  test('one page can be both in turn', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await send(page, '/search query:dispatch');
    await saying(page, '1-5 of 12').waitFor();
    await send(page, '/date when:nonsense');
    await saying(page, 'Only you can see this').waitFor();
    await become(page, 'Ben');
    await saying(page, 'Only you can see this').waitFor({ state: 'detached' });
    await composer(page).fill('Thanks, Ada.');
    await page.keyboard.press('Enter');
    await saying(page, 'Thanks, Ada.').filter({ hasText: 'Ben' }).waitFor();
    await become(page, 'Ada');
    await saying(page, 'Only you can see this').waitFor();
    expect(await messages(page).count()).toBe(3);
  });

  test('several tabs of one person show the same, live', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    const other = await page.context().newPage();
    await other.goto(discord.url);
    await composer(other).waitFor();
    await send(page, '/search dispatch');
    await saying(other, '1-5 of 12').waitFor();
    await button(saying(other, '1-5 of 12'), 'Next').click();
    await saying(page, '6-10 of 12').waitFor();
  });
});
