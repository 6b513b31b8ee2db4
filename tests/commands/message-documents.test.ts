import { describe, expect, test } from 'vitest';
import { aDay, aDocument } from '../support/documents.ts';
import { buttonId, isPrivate, menu, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';

const documents = [
  aDocument({ id: 'one', title: 'Letter one', url: 'https://example.org/letters?id=1' }),
  aDocument({ id: 'two', title: 'Letter two', url: 'https://example.org/letters?id=2' }),
  aDocument({ id: 'three', title: 'Letter three', date: aDay('1950-01-01') }),
];

async function open() {
  const { discord } = await openRoom(documents);
  const [ada, ben] = [discord.as('ada'), discord.as('ben')];
  const used = async (name: string, content: string) =>
    (await ada.onMessage(name, ben.say(content))).answer();
  return { discord, ada, ben, used };
}

describe('Open linked documents', () => {
  test('opens the one that a message links to, however the link is written', async () => {
    const { discord, used } = await open();
    const answer = await used(
      'Open linked documents',
      'See <http://www.example.org/letters/?utm_source=x&id=1#top>.',
    );
    expect(isPrivate(answer)).toBe(true);
    expect(said(answer)).toContain('Letter one');
    expect(buttonId(answer, 'Share')).toBeDefined();
    expect(discord.messages('general', 'ben')).toHaveLength(1);
  });

  test('lists several with a menu, and names links that lead nowhere', async () => {
    const { ada, used } = await open();
    const answer = await used(
      'Open linked documents',
      'https://example.org/letters?id=2 https://example.org/letters?id=1 https://example.org/`@everyone`',
    );
    expect(said(answer)).toMatch(/1\..*Letter two[\s\S]*2\..*Letter one/);
    expect(said(answer)).toContain('1 link leads to no document here');
    const chosen = await ada.select(answer.id, String(menu(answer)?.custom_id), ['one']);
    expect(said(await chosen.answer())).toContain('Letter one');
  });

  test('opens what stands on a card, and says so where there is nothing', async () => {
    const { ada, ben, used } = await open();
    const card = await ben.run('document', { title: 'three' });
    const answer = await (await ada.onMessage('Open linked documents', card.id)).answer();
    expect(said(answer)).toContain('Letter three');
    expect(said(await used('Open linked documents', 'no link'))).toContain(
      'This message has no card and no link.',
    );
    expect(said(await used('Open linked documents', 'https://example.org/9'))).toContain(
      'No link or card of this message is of a document',
    );
  });
});

test('Save to a list takes the document of a message, or asks which', async () => {
  const { ada, used } = await open();
  await ada.run('list create', { name: 'Reading' });
  const asked = await used('Save to a list', 'https://example.org/letters?id=1');
  expect(isPrivate(asked)).toBe(true);
  const list = String(menu(asked)?.options[0]?.value);
  await ada.select(asked.id, String(menu(asked)?.custom_id), [list]);
  expect(said(await ada.run('list show', { list: 'Reading' }))).toContain('Letter one');

  const several = await used(
    'Save to a list',
    'https://example.org/letters?id=1 https://example.org/letters?id=2',
  );
  const chosen = await ada.select(several.id, String(menu(several)?.custom_id), ['two']);
  const into = await chosen.answer();
  await ada.select(into.id, String(menu(into)?.custom_id), [list]);
  expect(said(await ada.run('list show', { list: 'Reading' }))).toContain('Letter two');
});
