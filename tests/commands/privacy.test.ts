import { expect, test } from 'vitest';
import { buttonId, isPrivate, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

test('/privacy tells a person what is stored about them, gives it as a file, and deletes it', async () => {
  const { discord, services } = await openRoom(archive);
  const [ada, ben] = [discord.as('ada'), discord.as('ben')];
  const before = await ada.run('privacy show');
  expect(isPrivate(before)).toBe(true);
  expect(said(before)).toContain('Nothing is stored about you');

  await ben.run('list create', { name: 'Talks', scope: 'server' });
  await ada.run('list create', { name: 'Secret thoughts' });
  await ada.run('list add', { list: 'Secret thoughts', document: 'antonov' });
  await ada.run('list add', { list: 'Talks', document: 'antonov', note: 'See *p. 3*' });
  await ada.run('document', { title: 'antonov' });
  await ada.run('search', { query: 'dispatch' });
  await ada.run('random', { private: true });

  const shown = await ada.run('privacy show');
  expect(said(shown)).toContain('1 list of your own');
  expect(said(shown)).toContain('that you added 2 documents to lists');
  expect(said(shown)).toContain('that you wrote 1 note there');
  expect(said(shown)).toContain('that you shared 1 card');
  expect(said(shown)).toContain('1 document drawn at random for you alone');
  expect(said(shown)).not.toContain('discussion');

  const exported = await (await ada.click(shown.id, buttonId(shown, 'Export as a file'))).answer();
  expect(isPrivate(exported)).toBe(true);
  const [file] = exported.attachments;
  const content = JSON.parse(await (await fetch(String(file?.url))).text());
  expect(content.user).toBe(discord.users.ada.id);
  expect(content.stored.lists).toMatchObject([{ name: 'Secret thoughts' }]);
  expect(JSON.stringify(content.stored)).not.toContain(discord.users.ben.id);

  const asked = await (await ada.click(shown.id, buttonId(shown, 'Forget me'))).answer();
  expect(isPrivate(asked)).toBe(true);
  const kept = await (await ada.click(asked.id, buttonId(asked, 'Keep everything'))).answer();
  expect(said(kept)).toContain('Everything stays');
  const again = await ada.run('privacy forget');
  const done = await (await ada.click(again.id, buttonId(again, 'Forget me'))).answer();
  expect(said(done)).toContain('You are forgotten');
  expect(await services.store.people.held(discord.users.ada.id)).toEqual({});
  expect(said(await ada.run('privacy forget'))).toContain('nothing to export or to delete');
  expect(said(await ada.run('list show', { list: 'Secret thoughts' }))).toContain(
    'There is no list',
  );
  // What the server shares is there, and names nobody.
  const talks = await ben.run('list show', { list: 'Talks' });
  expect(said(talks)).toContain('Journal of Ambassador Antonov');
  expect(said(talks)).toContain('added by someone on');
  expect(said(talks)).not.toContain(discord.users.ada.id);
  expect(said(await ben.run('document', { title: 'antonov' }))).toContain('by someone');
});

test('/privacy export leaves out what others wrote on what one added, and who they are', async () => {
  const { discord } = await openRoom(archive);
  const [ada, ben] = [discord.as('ada'), discord.as('ben')];
  const item = { list: 'Talks', document: 'antonov' };
  await ada.run('list create', { name: 'Talks', scope: 'server' });
  await ada.run('list add', { ...item, note: 'Mine' });
  await ben.run('list note', { ...item, note: 'Ben’s secret' });
  // Undoing would bring Ben's note back.
  await ada.run('list note', { ...item, note: 'Mine again' });
  await ben.run('list note', { ...item, note: 'Ben’s other secret' });
  const outcome = await ada.run('privacy export');
  const text = await (await fetch(String(outcome.attachments[0]?.url))).text();
  expect(JSON.parse(text).stored.list_items).toMatchObject([{ document: 'antonov', note: '' }]);
  expect(text).not.toContain('secret');
  expect(text).not.toContain(discord.users.ben.id);
});

test('/privacy tells of texts of others that name a person, without showing them', async () => {
  const { discord } = await openRoom(archive);
  const [ada, ben] = [discord.as('ada'), discord.as('ben')];
  const { id } = discord.users.ada;
  await ben.run('list create', { name: `Ask <@${id}>` });
  await ben.run('list add', { list: `Ask <@${id}>`, document: 'antonov', note: `For ${id}` });
  const shown = await ada.run('privacy show');
  expect(said(shown)).toContain('your id, where others typed it: in ');
  const exported = await (await ada.click(shown.id, buttonId(shown, 'Export as a file'))).answer();
  const text = await (await fetch(String(exported.attachments[0]?.url))).text();
  expect(JSON.parse(text)).toMatchObject({ stored: {}, mentions: expect.any(Number) });
  expect(text).not.toContain('Ask');

  const asked = await ada.run('privacy forget');
  await (await ada.click(asked.id, buttonId(asked, 'Forget me'))).answer();
  expect(said(await ada.run('privacy show'))).toContain('Nothing is stored about you');
  const listed = await ben.run('list show', { list: 'Ask @someone' });
  expect(said(listed)).toContain('For someone');
});
