import { describe, expect, test } from 'vitest';
import { buttonId, isPrivate, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

describe.each([
  ['dm', 'direct messages with the bot'],
  ['elsewhere', 'a server without the bot, by a user install'],
  ['between', 'direct messages of two people, by a user install'],
])('in %s (%s)', (channel) => {
  test.each([
    ['search', { query: 'Mikoyan' }, 'Notes by Anastas Mikoyan'],
    ['document', { title: 'antonov' }, 'From the Journal of Ambassador Antonov'],
    ['onthisday', { date: '14 October' }, 'On this day: 14 October'],
    ['date', { when: '1962' }, 'Letter on the blockade'],
    ['random', {}, `1 of ${archive.length} drawn here`],
    ['about', {}, 'About this reading room'],
  ])('/%s answers', async (name, values, words) => {
    const { discord } = await openRoom(archive);
    const message = await discord.as('ada').run(name, values, { channel });
    expect(said(message)).toContain(words);
  });

  test('pages turn and cards are shared', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const hits = await ada.run('search', { query: 'dispatch' }, { channel });
    const turned = await (await ada.click(hits.id, buttonId(hits, 'Next'))).answer();
    expect(turned.id).toBe(hits.id);
    expect(said(turned)).toContain('6-10 of 12');
    const card = await ada.run('document', { title: 'mikoyan', private: true }, { channel });
    const shared = await (await ada.click(card.id, buttonId(card, 'Share'))).answer();
    expect(isPrivate(shared)).toBe(false);
    expect(said(shared)).toContain('Shared by');
  });
});
