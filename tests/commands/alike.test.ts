import { describe, expect, test } from 'vitest';
import { aDay, aDocument } from '../support/documents.ts';
import { buttonId, buttons, isPrivate, menu, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';

const archive = [
  ...Array.from({ length: 12 }, (_, at) =>
    aDocument({
      id: `ames-${at}`,
      title: 'Ames to Bell',
      description: `On purchases; received May ${at + 2}.`,
      subjects: ['War', 'Purchases in Spain'],
      date: aDay(`1917-05-${String(at + 1).padStart(2, '0')}`),
    }),
  ),
  aDocument({ id: 'cole', title: 'Cole to Bell', description: 'On purchases.' }),
];
const MENU = 'Show similar results';

describe('hits that look the same', () => {
  test('are one, with what they are under; a choice shows all, and a button leads back', async () => {
    const { discord } = await openRoom(archive);
    const ada = discord.as('ada');
    const message = await ada.run('search', { query: 'purchases' });
    expect(said(message)).toContain('**11 more** under *Purchases in Spain*');
    expect(said(message)).toContain('1-2 of 2 · 13 documents, similar ones grouped');
    const [choice] = menu(message, MENU)?.options ?? [];
    expect(choice).toMatchObject({ label: expect.stringMatching(/^11 more like [12]$/) });

    const chosen = await (
      await ada.select(message.id, menu(message, MENU)?.custom_id ?? '', [choice?.value ?? ''])
    ).answer();
    expect(chosen.id).toBe(message.id);
    expect(said(chosen)).toContain('Documents that look like “Ames to Bell”');
    expect(said(chosen)).toContain('1-5 of 12 · oldest first');
    expect(said(chosen)).not.toContain('Cole to Bell');
    const next = await (await ada.click(message.id, buttonId(chosen, 'Next'))).answer();
    expect(said(next)).toContain('6-10 of 12');

    const back = await (await ada.click(message.id, buttonId(next, 'Show all results'))).answer();
    expect(said(back)).toContain('13 documents, similar ones grouped');
  });

  test('are shown to others in a copy of their own', async () => {
    const { discord } = await openRoom(archive);
    const message = await discord.as('ada').run('search', { query: 'purchases' });
    const { custom_id: id = '', options = [] } = menu(message, MENU) ?? {};
    const copy = await (
      await discord.as('ben').select(message.id, id, [options[0]?.value ?? ''])
    ).answer();
    expect(copy.id).not.toBe(message.id);
    expect(isPrivate(copy)).toBe(true);
    expect(said(copy)).toContain('1-5 of 12');
  });

  test('stay apart where the list goes by date', async () => {
    const { discord } = await openRoom(archive);
    const message = await discord.as('ada').run('search', { query: 'purchases', sort: 'oldest' });
    expect(said(message)).toContain('1-5 of 13 · oldest first');
    expect(menu(message, MENU)).toBeUndefined();
    expect(buttons(message).map(({ label }) => label)).toContain('Next');
  });
});
