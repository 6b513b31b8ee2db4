import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { describeInBrowser, openPage } from '../support/browser.ts';
import { become, button, composer, messages, saying, send } from '../support/browser-page.ts';
import { openRoom } from '../support/room.ts';

/** A Discord that waits less long for an answer than Discord does. */
/** A callback is tried again after 1.2 s, so that two are to be late. */
const impatient = { discord: { acknowledgeWithinMs: 2000 } };

/** Waits until the page has asked for a word worth a search: that answer must not be the late one. */
const welcomed = (page: Page) => button(page, 'A random document').waitFor();

describeInBrowser('a conversation', () => {
  test('is still there after a reload, as and where one was', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await become(page, 'Ben');
    await button(page, '# archive').click();
    await composer(page, '#archive').waitFor();
    await send(page, '/search dispatch', '#archive');
    await button(saying(page, '1-5 of 12', '#archive'), 'Next').click();
    await saying(page, '6-10 of 12', '#archive').waitFor();
    await send(page, '/date when:nonsense', '#archive');
    await saying(page, 'Only you can see this', '#archive').waitFor();

    await page.reload();
    await saying(page, '6-10 of 12', '#archive').waitFor();
    await saying(page, 'Only you can see this', '#archive').waitFor();
    await page.getByRole('button', { name: 'Ben', pressed: true }).waitFor();
    await button(saying(page, '6-10 of 12', '#archive'), 'Previous').click();
    await saying(page, '1-5 of 12', '#archive').waitFor();
    expect(await messages(page, '#archive').count()).toBe(2);
  });

  test('a private message that is dismissed stays away', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await send(page, '/date when:nonsense');
    await button(saying(page, 'Only you can see this'), 'Dismiss message').click();
    await saying(page, 'Only you can see this').waitFor({ state: 'detached' });
    await page.reload();
    await composer(page).waitFor();
    expect(await messages(page).count()).toBe(0);
  });

  test('a command without an answer in time has failed, and can be dismissed', async () => {
    const { discord } = await openRoom(archive, impatient);
    const page = await openPage(discord.url);
    await welcomed(page);
    discord.delayNext({ path: /callback/, ms: 2600, count: 2 });
    // A command that offers nothing while it is typed: its answer is the next that is sent.
    await send(page, '/about');
    const failed = saying(page, 'The application did not respond');
    await failed.waitFor();
    await button(failed, 'Dismiss message').click();
    await failed.waitFor({ state: 'detached' });
    await send(page, '/about');
    await saying(page, 'About this reading room').waitFor();
  });

  test('a button without an answer in time has failed, and works the next time', async () => {
    const { discord } = await openRoom(archive, impatient);
    const page = await openPage(discord.url);
    await welcomed(page);
    await send(page, '/search dispatch');
    await saying(page, '1-5 of 12').waitFor();
    discord.delayNext({ path: /callback/, ms: 2600, count: 2 });
    await button(page, 'Next').click();
    await page.getByText('This interaction failed').waitFor();
    await button(page, 'Next').click();
    await saying(page, '6-10 of 12').waitFor();
    await page.getByText('This interaction failed').waitFor({ state: 'detached' });
  });
});
