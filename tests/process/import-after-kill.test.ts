import { startLocalDiscord } from 'local-discord';
import { expect, test } from 'vitest';
import { buttonId, said } from '../support/messages.ts';
import { connected, environmentOn, exitOf, main } from '../support/process.ts';

test('what was read and what was typed can be added after a kill, once', async () => {
  const discord = await startLocalDiscord();
  const env = await environmentOn(discord);
  const first = main(['--bot'], env);
  await connected(discord);
  const ada = discord.as('ada');
  const bytes = Buffer.from('title,date\nLetter to Chiang,October 1962\nMemo,1950\n');
  const report = await ada.run('archive import', {
    file: ada.upload({ name: 'a.csv', bytes }),
  });
  const form = await ada.command('archive add');
  const typed = await ada.submit(form.interaction.id, { title: 'Note', date: '1950' });
  const readBack = await typed.answer();
  first.kill('SIGKILL');
  await exitOf(first);
  await expect.poll(() => discord.gateway.connected()).toBe(0);

  const second = main(['--bot'], env);
  await connected(discord);
  const take = buttonId(report, 'Add these 2');
  expect(said(await (await ada.click(report.id, take)).answer())).toContain('2 documents of');
  const card = await ada.click(readBack.id, buttonId(readBack, 'Add it'));
  expect(said(await card.answer())).toContain('Note');
  expect(said(await ada.run('search', { query: 'Chiang' }))).toContain('Letter to Chiang');
  second.kill('SIGTERM');
  expect(await exitOf(second)).toBe(0);
  await discord.close();
});
