import { expect, test } from 'vitest';
import { aDay, aDocument } from '../support/documents.ts';
import { said } from '../support/messages.ts';
import { LONDON, openAt } from './open-at.ts';

/** Dated to a day of which the corpus has nothing; and to one of which it has something. */
const diary = aDocument({
  id: 'added-diary-3fa91c02b7de',
  title: 'Diary of Quimby',
  date: aDay('1954-06-07'),
  collection: 'Family papers',
});
const memo = aDocument({
  id: 'added-memo-3fa91c02b7de',
  title: 'Memorandum of Quimby',
  date: aDay('1961-10-14'),
  collection: 'Family papers',
});

/** Two servers that have the day’s post; one has added documents. */
async function openServers(moment: string) {
  const room = await openAt(moment);
  const other = room.discord.addServer('Other team');
  const ada = room.discord.as('ada');
  await room.daily('set', LONDON);
  const there = { channel: other.general };
  await ada.run('daily set', { ...LONDON, channel: other.general }, there);
  await room.services.store.additions.add({
    guild: room.discord.guild.id,
    by: room.discord.users.ben.id,
    at: room.services.now(),
    kind: 'import',
    file: 'Quimby.csv',
    documents: [{ document: diary }, { document: memo }],
  });
  return {
    ...room,
    ada,
    elsewhere: other.general,
    posted: () => ({
      here: room.posts('archive').map(said),
      there: room.posts(other.general).map(said),
    }),
  };
}

test('the day’s post draws from what was added to its server, and in no other', async () => {
  const room = await openServers('2026-10-14T06:00:00Z');
  room.setClock('2026-10-14T08:00:00Z');
  await room.runDue();
  const { here, there } = room.posted();
  expect([here.length, there.length]).toEqual([1, 1]);
  expect(here[0]).toContain('From the Journal of Ambassador Antonov');
  expect(here[0]).toContain('Memorandum of Quimby');
  expect(there[0]).toContain('From the Journal of Ambassador Antonov');
  expect(there[0]).not.toContain('Quimby');
  // The same is asked for, and opened from the post.
  const onthisday = async (channel: string) =>
    said(await room.ada.run('onthisday', { date: '14 October' }, { channel }));
  expect(await onthisday('general')).toContain('Memorandum of Quimby');
  expect(await onthisday(room.elsewhere)).not.toContain('Quimby');
});

test('a day that only an addition is of is posted in its server alone, until it is taken back', async () => {
  const room = await openServers('2026-06-07T06:00:00Z');
  room.setClock('2026-06-07T08:00:00Z');
  await room.runDue();
  const { here, there } = room.posted();
  expect(here.join()).toContain('Diary of Quimby');
  expect(there).toEqual([]);
  const status = async (channel: string) =>
    said(await room.ada.run('daily status', {}, { channel }));
  expect(await status(room.elsewhere)).toContain('7 June 2026: no document for this day');

  const { additions } = room.services.store;
  const [guild, by] = [room.discord.guild.id, room.discord.users.ben.id];
  await additions.undo(guild, by, new Date(0), room.services.now());
  room.setClock('2027-06-07T08:00:00Z');
  await room.runDue();
  expect(room.posts('archive')).toHaveLength(1);
});
