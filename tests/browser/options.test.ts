import { expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { describeInBrowser, openPage } from '../support/browser.ts';
import {
  composer,
  draft,
  field,
  highlighted,
  rows,
  saying,
  waitForCount,
} from '../support/browser-page.ts';
import { openRoom } from '../support/room.ts';

describeInBrowser('the options of a command', () => {
  test('those beyond the required ones are offered, chosen and taken away by keyboard', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await composer(page).pressSequentially('/search');
    await page.keyboard.press('Tab');
    await field(page, 'query').pressSequentially('dispatch');
    expect(await draft(page, 'search').getByRole('combobox').count()).toBe(2);
    await page.keyboard.press('Tab');
    await expect.poll(() => rows(page, 'More options').count()).toBe(6);
    const offered = await rows(page, 'More options').allInnerTexts();
    expect(offered.map((text) => text.split(/\s/)[0])).toEqual([
      'from',
      'to',
      'collection',
      'in',
      'sort',
      'private',
    ]);

    await page.keyboard.type('so');
    await waitForCount(rows(page, 'More options'), 1);
    await page.keyboard.press('Enter');
    await waitForCount(rows(page, 'sort'), 3);
    await page.keyboard.press('Backspace');
    await field(page, 'sort').waitFor({ state: 'detached' });
  });

  test('a choice and a boolean are filled in by their first fitting row', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await composer(page).pressSequentially('/search');
    await page.keyboard.press('Tab');
    await field(page, 'query').pressSequentially('dispatch');
    await page.keyboard.press('Tab');

    await page.keyboard.type('sort');
    await page.keyboard.press('Enter');
    await waitForCount(rows(page, 'sort'), 3);
    expect(await highlighted(page, 'sort').innerText()).toBe('relevance');
    await page.keyboard.type('new');
    await waitForCount(rows(page, 'sort'), 1);
    await page.keyboard.press('Enter');
    expect(await field(page, 'sort').inputValue()).toBe('newest');

    await page.keyboard.type('private');
    await page.keyboard.press('Enter');
    await waitForCount(rows(page, 'private'), 2);
    expect(await rows(page, 'private').allInnerTexts()).toEqual(['True', 'False']);
    await page.keyboard.press('Tab');
    expect(await field(page, 'private').inputValue()).toBe('True');
    await page.keyboard.press('Enter');

    const answer = saying(page, '1-5 of 12 · newest first');
    await answer.waitFor();
    expect(await answer.innerText()).toContain('Only you can see this');
    expect(discord.messages('general', 'ben')).toEqual([]);
  });

  test('an option can be autocompleted in the light of the others', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await composer(page).pressSequentially('/random');
    await page.keyboard.press('Tab');
    await expect.poll(() => rows(page, 'More options').count()).toBeGreaterThan(0);
    await page.keyboard.type('coll');
    await page.keyboard.press('Tab');
    await field(page, 'collection').pressSequentially('cu');
    await waitForCount(rows(page, 'collection'), 1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await saying(page, 'Random document · 1 of 1 drawn here · in Cuba').waitFor();
  });
});
