import { describe, expect, test } from 'vitest';
import { buttonId, buttons, isPrivate, menu, said, sharedBy } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

describe('/document', () => {
  test('puts the card of the chosen document into the channel', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const [choice] = await ada.autocomplete('document', 'title', 'journal');
    expect(choice).toEqual({
      name: 'From the Journal of Ambassador Antonov (1959)',
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
    expect(said(nearest)).toContain('No document is named “dispatch from Peking”');
    expect(menu(nearest)?.options).toHaveLength(5);
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
    expect(said(related)).toContain('by telling words, names and nearness in time');
    const none = await ada.run('related', { document: 'Journal of Antonof' });
    expect(said(none)).toContain('No document has this title');
  });
});
