import { startLocalDiscord } from 'local-discord';
import { expect, test } from 'vitest';
import { buttonId, buttons, isPrivate, menu, said, sharedBy } from '../support/messages.ts';
import { connected, environmentOn, exitOf, main } from '../support/process.ts';

/** A bot that is killed like a process that the machine loses, and started again. */
async function openMortal() {
  const discord = await startLocalDiscord();
  const env = await environmentOn(discord);
  let bot = main(['--bot'], env);
  await connected(discord);
  return {
    discord,
    async die() {
      bot.kill('SIGKILL');
      await exitOf(bot);
      await expect.poll(() => discord.gateway.connected()).toBe(0);
      bot = main(['--bot'], env);
      await expect.poll(() => discord.gateway.connected(), { timeout: 60_000 }).toBe(1);
    },
    async close() {
      bot.kill('SIGTERM');
      await exitOf(bot);
      await discord.close();
    },
  };
}

test('buttons, forms and settings work after kill -9, for two people and a moderator', async () => {
  const { discord, die, close } = await openMortal();
  const [ada, ben] = [discord.as('ada'), discord.as('ben')];
  const click = async (who: typeof ada, message: Parameters<typeof buttonId>[0], label: string) =>
    who.click(message.id, buttonId(message, label));
  await ada.run('settings memory', { show: 'off' });
  await ada.run('daily set', { channel: 'archive', time: '09:00', zone: 'Asia/Kathmandu' });
  const kept = await ben.run('document', { title: 'mikoyan', private: true });
  await die();

  expect(said(await ada.run('settings memory'))).toContain('no longer say');
  expect(said(await ada.run('daily status'))).toContain('at 09:00 (Asia/Kathmandu)');
  await ada.run('settings memory', { show: 'on' });
  const sharing = await (await click(ben, kept, 'Share')).answer();
  const shared = sharedBy(discord, 'ben', sharing);
  const noting = await click(ben, kept, 'Share with a note');
  const cited = await (await click(ada, shared, 'Cite')).answer();
  const saving = await (await click(ada, shared, 'Save')).answer();
  await die();

  const sent = await (await ben.submit(noting.interaction.id, { note: 'See p. 3' })).answer();
  const noted = sharedBy(discord, 'ben', sent);
  expect(noted.content).toContain('> See p. 3');
  const apa = await (await ada.select(cited.id, menu(cited)?.custom_id ?? '', ['apa'])).answer();
  expect(said(apa)).toContain('(1949, January 31)');
  const ris = await (await click(ada, cited, 'RIS')).answer();
  expect(ris.attachments[0]?.filename).toBe('mikoyan.ris');
  const naming = await click(ada, saving, 'New list');
  const discussed = await (await click(ben, shared, 'Discuss')).answer();
  expect(said(discussed)).toContain(`<#${shared.id}>`);
  await die();

  const saved = await (await ada.submit(naming.interaction.id, { name: 'Talks' })).answer();
  const asking = await click(ada, saved, 'Add a note');
  await ada.submit(asking.interaction.id, { note: 'The first talks' });
  const led = await (await click(ada, noted, 'Discuss')).answer();
  expect(said(led)).toContain(`This channel is discussing it in <#${shared.id}>`);
  const opened = await ada.run('document', { title: 'mikoyan', private: true });
  expect(said(opened)).toContain('Shared here twice');
  expect(said(opened)).toContain(`one discussion: <#${shared.id}>`);
  expect(said(await ada.run('list show', { list: 'Talks' }))).toContain('The first talks');
  const deleting = await ada.run('list delete', { list: 'Talks' });
  await die();

  const deleted = await (await click(ada, deleting, 'Delete')).answer();
  await die();

  expect(said(await (await click(ada, deleted, 'Restore')).answer())).toContain('is back');
  const removing = await click(ada, noted, 'Remove');
  await removing.interaction.completed;
  const others = discord.messages('general').filter((message) => !isPrivate(message));
  expect(others.map(({ id }) => id)).toEqual([shared.id]);
  expect(buttons(shared).map(({ label }) => label)).toEqual([
    'Discuss',
    'Cite',
    'Save',
    'Related',
    'Source',
    'Remove',
  ]);
  await close();
}, 180_000);
