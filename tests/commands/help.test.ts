import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { aDate, aDay, aDocument } from '../support/documents.ts';
import { isPrivate } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

async function helpFor(documents: Parameters<typeof openRoom>[0]) {
  const { discord } = await openRoom(documents);
  const ada = discord.as('ada');
  const message = await ada.run('help');
  const text = (message.embeds[0]?.fields ?? []).map(({ value }) => value).join('\n');
  return { ada, message, text };
}

/** The lines that can be typed as they stand. */
const typed = (text: string) => [...text.matchAll(/`(\/[^`]+)`/g)].map(([, line = '']) => line);

test('every example can be typed as it stands, and finds what it says', async () => {
  const { ada, message, text } = await helpFor(archive);
  expect(isPrivate(message)).toBe(true);
  expect(typed(text).length).toBeGreaterThan(7);
  for (const line of typed(text)) {
    const answer = await (await ada.type(line)).answer();
    const said = JSON.stringify(answer.embeds);
    expect(said, line).not.toMatch(/Nothing found|No document|can’t read|no anniversar/i);
    const [, total] =
      new RegExp(`\`${line.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\` finds (\\d+)`).exec(text) ??
      [];
    if (total !== undefined && total !== '1') expect(said, line).toContain(`of ${total}`);
    if (total !== undefined) expect(Number(total)).toBeGreaterThan(0);
  }
});

test('every command has its place in it', async () => {
  const { text } = await helpFor(archive);
  for (const { data } of commands) if (data.name !== 'help') expect(text).toContain(data.name);
});

test('a corpus without names, days or capitals still has examples, and none formats', async () => {
  const { text } = await helpFor([
    aDocument({ id: 'a', title: '`*_~ a list of ||things|| @everyone', date: aDate() }),
  ]);
  expect(typed(text)).toContain('/search query:everyone');
  expect(text).not.toContain('onthisday date');
  expect(text).not.toContain('undefined');
});

test('the examples are those of the document that shows most', async () => {
  const { text } = await helpFor([
    aDocument({ id: 'a', title: 'Untold', date: aDate() }),
    aDocument({
      id: 'b',
      title: 'Talk with Nikita Khrushchev',
      date: aDay('1962-10-16'),
      people: ['Khrushchev, Nikita'],
      places: ['Moscow'],
    }),
  ]);
  for (const part of [
    '"Nikita Khrushchev"',
    'place:"Moscow"',
    'date:16 October',
    'when:October 1962',
  ]) {
    expect(text).toContain(part);
  }
});
