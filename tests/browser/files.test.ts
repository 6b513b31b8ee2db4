import { expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { describeInBrowser, openPage } from '../support/browser.ts';
import { button, composer, draft, saying, waitForCount } from '../support/browser-page.ts';
import { openRoom } from '../support/room.ts';

const LETTERS = {
  name: 'letters.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('title,date\nLetter to Chiang,October 1962\n'),
};

describeInBrowser('files', () => {
  test('are chosen for an option, and for a message', async () => {
    const { discord } = await openRoom(archive);
    const page = await openPage(discord.url);
    await composer(page).fill('/archive import ');
    const chooser = draft(page, 'archive import').getByLabel('file', { exact: true });
    await chooser.setInputFiles(LETTERS);
    await draft(page, 'archive import').getByText('letters.csv').waitFor();
    await page.keyboard.press('Enter');
    await waitForCount(saying(page, '1 document to add'), 1);
    await button(page, 'Add this one').click();
    await waitForCount(saying(page, 'is in this server’s archive now'), 1);

    await page.getByLabel('Attach files').setInputFiles([LETTERS, { ...LETTERS, name: 'b.csv' }]);
    await button(page, 'Remove b.csv').click();
    await composer(page).fill('Look at these');
    await page.keyboard.press('Enter');
    const message = saying(page, 'Look at these');
    await waitForCount(message, 1);
    expect(await message.getByRole('link').allInnerTexts()).toEqual([
      expect.stringContaining('letters.csv'),
    ]);
    await message.hover();
    await button(message, 'Import this file').click();
    await waitForCount(saying(page, '1 here already'), 1);
  });
});
