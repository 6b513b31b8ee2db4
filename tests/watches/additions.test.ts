import { expect, test } from 'vitest';
import type { Document } from '../../src/data/corpus/document.ts';
import { menu, said } from '../support/messages.ts';
import { about, openWatched } from './open-watched.ts';

async function openServers() {
  const room = await openWatched([about('old', 'Missiles')]);
  const other = room.discord.addServer('Elsewhere');
  const ada = room.discord.as('ada');
  await ada.run('watch add', { query: 'missiles', where: 'here' });
  await ada.run('watch add', { query: 'missiles', where: 'here' }, { channel: other.general });
  await ada.run('watch add', { query: 'missiles' }, { channel: 'dm' });
  const titles = (channel: string) =>
    room.discord
      .messages(channel)
      .filter(({ embeds }) => / for “missiles”/.test(embeds[0]?.title ?? ''))
      .filter(({ embeds }) => !embeds[0]?.title?.startsWith('Watching'))
      .map(said);
  return {
    ...room,
    add: (guild: string, ...documents: Document[]) =>
      room.services.store.additions.add({
        guild,
        by: room.discord.users.ben.id,
        at: room.services.now(),
        kind: 'form',
        file: null,
        documents: documents.map((document) => ({ document })),
      }),
    told: () => ({
      here: titles('general'),
      elsewhere: titles(other.general),
      alone: titles('dm'),
    }),
  };
}

test('what is added to a server is told there alone, and once', async () => {
  const room = await openServers();
  const added = about('added-letter-1', 'A letter on missiles');
  await room.add(room.discord.guild.id, added, about('added-letter-2', 'On grain'));
  await room.run();
  const { here, elsewhere, alone } = room.told();
  expect(here).toHaveLength(1);
  expect(here[0]).toContain('1 new for “missiles”');
  expect(here[0]).toContain('Paper added-letter-1');
  expect([elsewhere, alone]).toEqual([[], []]);

  // It is exported, and imported into the corpus: new for the others, not there.
  await room.change([about('old', 'Missiles'), added]);
  const after = room.told();
  expect(after.here).toHaveLength(1);
  expect(after.elsewhere).toHaveLength(1);
  expect(after.alone).toHaveLength(1);
});

test('what was added can be opened in its server alone, and a direct message says so', async () => {
  const room = await openWatched([about('old', 'Missiles')]);
  const ada = room.discord.as('ada');
  await ada.run('watch add', { query: 'missiles', where: 'dm' });
  await room.services.store.additions.add({
    guild: room.discord.guild.id,
    by: room.discord.users.ben.id,
    at: room.services.now(),
    kind: 'form',
    file: null,
    documents: [{ document: about('added-1', 'Missiles') }],
  });
  await room.change([about('old', 'Missiles'), about('fresh', 'Missiles')]);
  const [digest] = room.discord.messages('dm', 'ada');
  expect(digest && said(digest)).toContain('2 new for');
  expect(digest && said(digest)).toContain(
    'What people have added to a server can be opened there',
  );
  expect(digest && menu(digest)?.options.map(({ value }) => value)).toEqual(['fresh']);
});

test('what had been added before a watch began, or was undone since, is no news', async () => {
  const room = await openServers();
  const guild = room.discord.guild.id;
  await room.add(guild, about('added-1', 'Turkey'));
  const ada = room.discord.as('ada');
  const begun = await ada.run('watch add', { query: 'Turkey', where: 'here' });
  expect(said(begun)).toContain('There is 1 now');
  await room.add(guild, about('added-2', 'More missiles'));
  const { additions } = room.services.store;
  const epoch = new Date(0);
  await additions.undo(guild, room.discord.users.ben.id, epoch, room.services.now());
  await room.run();
  expect(room.told().here).toEqual([]);
});

test('whoever has left a server is told nothing of what is added to it', async () => {
  const room = await openWatched([about('old', 'Missiles')]);
  await room.discord.as('ada').run('watch add', { query: 'missiles', where: 'dm' });
  await room.services.store.additions.add({
    guild: room.discord.guild.id,
    by: room.discord.users.ben.id,
    at: room.services.now(),
    kind: 'form',
    file: null,
    documents: [{ document: about('added-1', 'Missiles', { title: 'Secret plans' }) }],
  });
  room.services.channels = { ...room.services.channels, isMember: async () => false };
  await room.change([about('old', 'Missiles'), about('fresh', 'Missiles')]);
  const [digest] = room.discord.messages('dm', 'ada');
  expect(digest && said(digest)).toContain('Paper fresh');
  expect(digest && said(digest)).not.toContain('Secret plans');
});

test('a person is in a server if Discord says so', async () => {
  const { discord, services } = await openWatched([about('old', 'Missiles')]);
  const { isMember } = services.channels;
  expect(await isMember(discord.guild.id, discord.users.ada.id)).toBe(true);
  expect(await isMember(discord.guild.id, '1')).toBe(false);
  expect(await isMember('1', discord.users.ada.id)).toBe(false);
});
