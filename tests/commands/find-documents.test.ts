import type { LocalDiscord } from 'local-discord';
import { expect, test } from 'vitest';
import { buttonId, isPrivate, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';
import { archive } from './fixtures.ts';

/** Writes a message; answers its id. */
async function write(discord: LocalDiscord, as: string, content: string): Promise<string> {
  const response = await fetch(`${discord.url}/control/say?as=${as}&channel=general`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ content }),
  });
  const { id } = (await response.json()) as { id: string };
  return id;
}

async function findFor(content: string) {
  const { discord } = await openRoom(archive);
  const id = await write(discord, 'ben', content);
  const outcome = await discord.as('ada').onMessage('Find documents', id);
  return { discord, message: await outcome.answer() };
}

test('finds what a message talks about, for the invoker alone', async () => {
  const { discord, message } = await findFor(
    'Has anyone read what <@1> found on the talk of Antonov with Mao about the Indian border last year?',
  );
  expect(isPrivate(message)).toBe(true);
  expect(said(message)).toMatch(/1\..*From the Journal of Ambassador Antonov/);
  expect(said(message)).not.toContain('<@1>');
  // No remark is taken for a misspelt name.
  expect(said(message)).not.toContain('instead of');
  expect(discord.messages('general', 'ben')).toHaveLength(1);
});

test('reads a passage as long as a message can be, and its pages turn', async () => {
  const passage = 'A dispatch about the conference from Peking. '.repeat(44).slice(0, 2000);
  const { discord, message } = await findFor(passage);
  expect(said(message)).toContain('1-5 of 12');
  const turned = await discord.as('ada').click(message.id, buttonId(message, 'Next'));
  expect(said(await turned.answer())).toContain('6-10 of 12');
});

test('finds by the card in a message of the bot', async () => {
  const { discord } = await openRoom(archive);
  const card = await discord.as('ben').run('document', { title: 'mikoyan' });
  const outcome = await discord.as('ada').onMessage('Find documents', card.id);
  expect(said(await outcome.answer())).toContain('Notes by Anastas Mikoyan');
});

test('says so where a message has no words', async () => {
  const { message } = await findFor('👍 <@1>');
  expect(said(message)).toContain('This message has no words to look for.');
  expect(isPrivate(message)).toBe(true);
});
