import { expect, test } from 'vitest';
import { buttonId, buttons, isPrivate } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

test.each([
  ['search', { query: 'zzyzx' }],
  ['date', { when: '1801' }],
])('/%s without a find is for the invoker alone', async (name, values) => {
  const { discord } = await openRoom(archive);
  expect(isPrivate(await discord.as('ada').run(name, values))).toBe(true);
});

test('an empty answer is for all if that was asked for, and a full one anyway', async () => {
  const { discord } = await openRoom(archive);
  const ada = discord.as('ada');
  expect(isPrivate(await ada.run('search', { query: 'zzyzx', private: false }))).toBe(false);
  expect(isPrivate(await ada.run('search', { query: 'dispatch' }))).toBe(false);
});

test('Discuss is offered in a channel and in other threads, not in the document’s own', async () => {
  const { discord } = await openRoom(archive);
  const ada = discord.as('ada');
  const card = await ada.run('document', { title: 'mikoyan' });
  await (await ada.click(card.id, buttonId(card, 'Discuss'))).answer();
  const labels = async (title: string) =>
    buttons(await ada.run('document', { title }, { channel: card.id })).map(({ label }) => label);
  const [opening] = discord.messages(card.id);
  expect(opening && buttons(opening).map(({ label }) => label)).not.toContain('Discuss');
  expect(await labels('mikoyan')).not.toContain('Discuss');
  expect(await labels('antonov')).toContain('Discuss');
});
