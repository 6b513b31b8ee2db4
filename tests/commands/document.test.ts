import { describe, expect, test } from 'vitest';
import { aDay, aDocument } from '../support/documents.ts';
import { buttonId, buttons, isPrivate, menu, said, sharedBy } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

describe('/document', () => {
  test('puts the card of the chosen document into the channel', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const [choice] = await ada.autocomplete('document', 'title', 'journal');
    expect(choice).toEqual({
      name: 'From the Journal of Ambassador Antonov (14 October 1959)',
      value: 'antonov',
    });
    const card = await ada.run('document', { title: 'antonov' });
    expect(isPrivate(card)).toBe(false);
    expect(card.embeds[0]).toMatchObject({
      title: 'From the Journal of Ambassador Antonov',
      footer: { text: 'antonov' },
    });
    expect(said(card)).toContain('S. F. Antonov; Mao Zedong');
    expect(buttons(card).map(({ label }) => label)).toEqual([
      'Discuss',
      'Cite',
      'Save',
      'Related',
      'Remove',
    ]);
  });

  test('a private card can be shared, with who shared it and without a ping', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const card = await ada.run('document', { title: 'mikoyan', private: true });
    expect(isPrivate(card)).toBe(true);
    expect(discord.messages('general', 'ben')).toEqual([]);

    const answer = await (await ada.click(card.id, buttonId(card, 'Share'))).answer();
    const shared = sharedBy(discord, 'ada', answer);
    expect(isPrivate(shared)).toBe(false);
    expect(shared.content).toBe(`Shared by <@${discord.users.ada.id}>`);
    expect(shared.mentions).toEqual([]);
    expect(discord.messages('general', 'ben').map(({ id }) => id)).toEqual([shared.id]);
    expect(buttons(shared).map(({ label }) => label)).toEqual([
      'Discuss',
      'Cite',
      'Save',
      'Related',
      'Source',
      'Remove',
    ]);
  });

  test('the exact title serves too; other text offers the nearest five', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const exact = await ada.run('document', { title: 'letter on the BLOCKADE' });
    expect(exact.embeds[0]?.footer?.text).toBe('october');

    const nearest = await ada.run('document', { title: 'dispatch from Peking' });
    expect(isPrivate(nearest)).toBe(true);
    expect(said(nearest)).toContain('No document is called “dispatch from Peking”');
    expect(menu(nearest)?.options).toHaveLength(5);
  });

  test('asks which, where several documents have the title', async () => {
    const letters = Array.from({ length: 17 }, (_, at) =>
      aDocument({
        id: `letter-${at + 1}`,
        title: 'Mr. Terrell to Mr. Olney.',
        date: aDay(`1896-05-${String(17 - at).padStart(2, '0')}`),
        description: `On the consulate, part ${at + 1}.`,
      }),
    );
    const { discord } = await openRoom(letters);
    const ada = discord.as('ada');
    for (const [command, option] of [
      ['document', 'title'],
      ['cite', 'document'],
      ['related', 'document'],
    ] as const) {
      const asked = await ada.run(command, { [option]: 'mr. terrell to mr. olney.' });
      expect(isPrivate(asked)).toBe(true);
      expect(said(asked)).toContain('17 documents have this title: which?');
      expect(said(asked)).toContain('On the consulate, part 17.');
      expect(menu(asked)?.options[0]?.description).toMatch(/^1 May 1896/);
    }
    const asked = await ada.run('document', { title: 'Mr. Terrell to Mr. Olney.' });
    const next = await (await ada.click(asked.id, buttonId(asked, 'Next'))).answer();
    expect(said(next)).toContain('On the consulate, part 1.');
    const opened = await (
      await ada.select(next.id, menu(next)?.custom_id ?? '', ['letter-1'])
    ).answer();
    expect(opened.embeds[0]?.title).toBe('Mr. Terrell to Mr. Olney.');
  });

  test('a menu opens a private card, and Related leads on', async () => {
    const { discord } = await openRoom(archive);
    const ben = discord.as('ben');
    const hits = await discord.as('ada').run('search', { query: 'Mao Zedong' });
    const opened = await (
      await ben.select(hits.id, menu(hits)?.custom_id ?? '', ['mikoyan'])
    ).answer();
    expect(isPrivate(opened)).toBe(true);
    expect(opened.embeds[0]?.footer?.text).toBe('mikoyan');

    const related = await (await ben.click(opened.id, buttonId(opened, 'Related'))).answer();
    expect(isPrivate(related)).toBe(true);
    expect(said(related)).toContain('Journal of Ambassador Antonov');
    expect(said(related)).not.toMatch(/\*\*\d\.\*\* .*Notes by Anastas Mikoyan/);
  });

  test('/related says why; an unknown title leads to the nearest', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const related = await ada.run('related', { document: 'mikoyan' });
    expect(isPrivate(related)).toBe(false);
    expect(said(related)).toContain('Related to: Notes by Anastas Mikoyan');
    expect(said(related)).toMatch(/Journal of Ambassador Antonov\n.*\*[^*]*Mao[^*]*\*/);
    expect(said(related)).toContain('by words and names in common, and how close in time');
    const none = await ada.run('related', { document: 'Journal of Antonof' });
    expect(said(none)).toContain('No document has this title');
  });
});
