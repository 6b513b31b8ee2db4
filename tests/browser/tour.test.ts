import { expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { describeInBrowser, openPage } from '../support/browser.ts';
import {
  button,
  composer,
  field,
  messages,
  openMenu,
  rows,
  saying,
  send,
} from '../support/browser-page.ts';
import { openRoom } from '../support/room.ts';

describeInBrowser('a tour of the room', () => {
  test('by keyboard alone: from the empty page to a shared card', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await page.keyboard.type('/sea');
    await rows(page, 'Commands').first().waitFor();
    await page.keyboard.press('Enter');
    await field(page, 'query').waitFor();
    await page.keyboard.type('dispatch');
    await rows(page, 'query').first().waitFor();
    await page.keyboard.press('Enter');
    const results = saying(page, '1-5 of 12');
    await results.filter({ hasText: /Ada.*used.*\/search/s }).waitFor();

    await tabTo(page, 'Open a document');
    await page.keyboard.press('Enter');
    await rows(page, 'Open a document').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const card = saying(page, 'Only you can see this');
    await card.waitFor();
    expect(await card.innerText()).toContain('A dispatch about the conference.');

    await tabTo(page, 'Share');
    await page.keyboard.press('Enter');
    await saying(page, 'Shared by @Ada').waitFor();
    expect(discord.messages('general', 'ben')).toHaveLength(2);
  });

  test('by mouse alone: a suggestion, a menu, a button, the next page', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await button(page, 'Search for “Alekseev”').waitFor();
    await button(page, 'Today’s anniversaries').click();
    await saying(page, 'On this day').waitFor();
    await composer(page).click();
    await send(page, '/search dispatch');
    const results = saying(page, '1-5 of 12');
    const menu = await openMenu(results, 'Open a document');
    await menu.getByRole('option').nth(1).click();
    const card = saying(page, 'Only you can see this');
    await card.waitFor();
    await button(card, 'Related').click();
    await saying(page, 'Related to: Dispatch number').waitFor();
    await button(results, 'Next').click();
    await saying(page, '6-10 of 12').waitFor();
    await results.waitFor({ state: 'detached' });
    await button(saying(page, '6-10 of 12'), 'Previous').click();
    await saying(page, '1-5 of 12').waitFor();
  });

  test('/onthisday of a day, with menus of its own', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await send(page, '/onthisday date:14 October');
    const answer = saying(page, 'On this day: 14 October');
    await answer.waitFor();
    expect(await answer.innerText()).toContain('From the Journal of Ambassador Antonov');
    const menu = await openMenu(answer, 'Open a document');
    await menu.getByRole('option', { name: /Antonov/ }).click();
    const card = saying(page, 'A conversation with Mao Zedong about the border with India.');
    await card.waitFor();
    expect(await card.innerText()).toContain('S. F. Antonov; Mao Zedong');
  });

  test('an error is said privately, with what to do', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await send(page, '/date when:yesterday-ish');
    const error = saying(page, 'can’t read “yesterday-ish” as a date');
    await error.waitFor();
    expect(await error.innerText()).toContain('Only you can see this');
    await button(error, 'Dismiss message').click();
    await error.waitFor({ state: 'detached' });
    expect(await messages(page).count()).toBe(0);
  });
});

/** Presses Tab until something of this name has the focus; in the page, not out of it. */
async function tabTo(page: Awaited<ReturnType<typeof openPage>>, name: string): Promise<void> {
  const isThere = () =>
    page.evaluate<boolean>(`(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const said = [at?.getAttribute('aria-label'), at?.textContent].map((text) => text?.trim());
      return said.includes(${JSON.stringify(name)}) && at.matches('button, [role=button], [role=combobox], a');
    })()`);
  for (let presses = 0; presses < 60; presses += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Shift+Tab');
  }
  throw new Error(`Tab does not come to "${name}".`);
}
