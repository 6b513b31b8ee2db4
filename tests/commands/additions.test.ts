import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/data/corpus/document.ts';
import { aDay, aDocument } from '../support/documents.ts';
import { said } from '../support/messages.ts';
import { openRoom, type Room } from '../support/room.ts';
import { archive } from './fixtures.ts';

const diary: Document = aDocument({
  id: 'added-diary-of-quimby-3fa91c02b7de',
  title: 'Diary of Quimby on the Zanzibar mission',
  description: 'Quimby writes that the harbourmaster of Zanzibar sold every lighthouse.',
  date: aDay('1954-04-03'),
  collection: 'Family papers',
  people: ['Quimby', 'S. F. Antonov'],
  url: 'https://example.org/quimby',
});

const add = ({ services }: Room, guild: string, ...documents: Document[]) =>
  services.store.additions.add({
    guild,
    by: '42',
    at: new Date('2026-03-05T10:00:00Z'),
    kind: 'import',
    file: 'Quimby_papers.csv',
    documents: documents.map((document) => ({ document })),
  });

/** A room in which one server has added a diary, and another server that has not. */
async function twoServers() {
  const room = await openRoom(archive);
  const other = room.discord.addServer('Other team');
  await add(room, room.discord.guild.id, diary);
  const ada = room.discord.as('ada');
  const [here, there] = ['general', other.general];
  return { room, ada, here, there, other };
}

/** Every command that lists or shows documents, and what shows that the diary is there. */
const LISTING: readonly [string, Record<string, string>, RegExp][] = [
  ['search', { query: 'harbourmaster' }, /Diary of Quimby/],
  ['document', { title: 'Diary of Quimby on the Zanzibar mission' }, /every lighthouse/],
  ['date', { when: '3 April 1954' }, /Diary of Quimby/],
  ['onthisday', { date: '3 April' }, /Diary of Quimby/],
  ['collection', { name: 'Family papers' }, /Documents\n1\n/],
  ['timeline', { collection: 'Family papers' }, /1 document/],
  ['related', { document: 'antonov' }, /Diary of Quimby/],
  ['random', { collection: 'Family papers' }, /Diary of Quimby/],
  ['cite', { document: diary.id }, /Quimby/],
  ['quote', { text: 'the harbourmaster of Zanzibar sold every lighthouse' }, /Diary of Quimby/],
  ['about', {}, /19 and 1 added here/],
];

describe('what was added to a server', () => {
  test('is in every answer there, and in none elsewhere', async () => {
    const { ada, here, there } = await twoServers();
    for (const [command, options, shows] of LISTING) {
      const ask = async (channel: string) => said(await ada.run(command, options, { channel }));
      expect(await ask(here), command).toMatch(shows);
      for (const channel of [there, 'dm']) {
        expect(await ask(channel), `${command} in ${channel}`).not.toMatch(shows);
      }
    }

    // It is suggested and corrected there, and no word of it elsewhere.
    const offered = async (channel: string) =>
      (await ada.autocomplete('document', 'title', 'zanzi', {}, { channel })).length;
    expect([await offered(here), await offered(there), await offered('dm')]).toEqual([1, 0, 0]);
    const misspelt = async (channel: string) =>
      said(await ada.run('search', { query: 'harbourmastre' }, { channel }));
    expect(await misspelt(here)).toMatch(/harbourmaster/);
    expect(await misspelt(there)).not.toMatch(/harbourmaster\b/);
    const collections = async (channel: string) =>
      (await ada.autocomplete('search', 'collection', 'fam', { query: 'x' }, { channel })).length;
    expect([await collections(here), await collections(there)]).toEqual([1, 0]);

    // Its card says who added it, when, and from which file.
    const card = await ada.run('document', { title: diary.title });
    expect(said(card)).toMatch(/Added\nby <@42> on <t:1772704800:D>, from Quimby\\_papers\.csv/);
    expect(card.mentions).toEqual([]);
    const own = await ada.run('document', { title: 'Letter on the blockade' });
    expect(said(own)).not.toContain('Added');

    await ada.run('list create', { name: 'Zanzibar', scope: 'mine' });
    await ada.run('list add', { list: 'Zanzibar', document: diary.id });
    const listed = async (channel: string) =>
      said(await ada.run('list show', { list: 'Zanzibar' }, { channel }));
    expect(await listed(here)).toMatch(/1954-04-03.*Family papers/);
    expect(await listed(there)).toMatch(/no longer/);
  });

  test('is seen and gone at once', async () => {
    const { room, ada, here, there, other } = await twoServers();
    const ask = async (channel: string) =>
      said(await ada.run('search', { query: 'lighthouse' }, { channel }));
    expect(await ask(here)).toMatch(/Diary of Quimby/);
    await add(room, other.id, { ...diary, title: 'Their diary' });
    expect(await ask(there)).toMatch(/Their diary/);
    const guild = room.discord.guild.id;
    await room.services.store.additions.undo(guild, '42', new Date(0), new Date());
    expect(await ask(here)).not.toMatch(/diary/i);
    expect(await ask(there)).toMatch(/Their diary/);

    // Where the corpus has the same id, its document is shown.
    await add(room, guild, { ...diary, id: 'mikoyan', title: 'Another Mikoyan' }, diary);
    expect(said(await ada.run('about'))).toMatch(/19 and 1 added here/);
    expect(said(await ada.run('document', { title: 'mikoyan' }))).toMatch(/Notes by Anastas/);
  });

  test('isn’t passed over in silence while the store can’t be read', async () => {
    const { room, ada } = await twoServers();
    const { additions } = room.services.store;
    const { version } = additions;
    additions.version = async () => {
      throw new Error('the disk is gone');
    };
    const answer = await ada.run('search', { query: 'dispatch' });
    expect(said(answer)).toMatch(/added to this server can’t be read right now/);
    const direct = await ada.run('search', { query: 'dispatch' }, { channel: 'dm' });
    expect(said(direct)).toMatch(/Dispatch number/);
    additions.version = version;
    expect(said(await ada.run('search', { query: 'dispatch' }))).toMatch(/Dispatch number/);
  });
});
