import { describe, expect, test } from 'vitest';
import { isPrivate, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

const id = ({ embeds }: { embeds: { footer?: { text: string } }[] }) => embeds[0]?.footer?.text;

describe('/random', () => {
  test('draws each once before any comes again, for each channel on its own', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const drawn: (string | undefined)[] = [];
    for (const _ of archive) drawn.push(id(await ada.run('random')));
    expect(new Set(drawn).size).toBe(archive.length);
    const again = await ada.run('random');
    expect(said(again)).toContain(`1 of ${archive.length} drawn here`);
    const elsewhere = await ada.run('random', {}, { channel: 'archive' });
    expect(said(elsewhere)).toContain(`1 of ${archive.length} drawn here`);
  });

  test('private draws are the person’s own and leave the channel’s as they are', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const mine: (string | undefined)[] = [];
    for (const _ of archive) mine.push(id(await ada.run('random', { private: true })));
    expect(new Set(mine).size).toBe(archive.length);
    expect(said(await ada.run('random'))).toContain(`1 of ${archive.length} drawn here`);
    expect(said(await discord.as('ben').run('random', { private: true }))).toContain('1 of');
  });

  test('draws within the filters', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const card = await ada.run('random', { collection: 'Cuba', private: true });
    expect(id(card)).toBe('october');
    expect(isPrivate(card)).toBe(true);
    const nothing = await ada.run('random', { from: '1970' });
    expect(isPrivate(nothing)).toBe(true);
    expect(said(nothing)).toContain('from 1970');
  });

  test('people who draw at the same moment get different documents', async () => {
    const { discord } = await openRoom(archive);
    const cards = await Promise.all(
      Array.from({ length: 10 }, (_, index) => discord.as(index % 2 ? 'ada' : 'ben').run('random')),
    );
    expect(new Set(cards.map(id)).size).toBe(10);
  });
});
