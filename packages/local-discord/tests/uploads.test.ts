import { type APIAttachment, ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { declare, openDiscord } from '../testing/open-discord.ts';

const CSV = { name: 'Letters of Sørensen.csv', bytes: new TextEncoder().encode('title\nLetter\n') };
const IMPORT = {
  name: 'import',
  description: 'Takes a file',
  options: [{ type: Option.Attachment, name: 'file', description: 'Which', required: true }],
};

type Sent = {
  options: [{ value: string }];
  resolved: { attachments: Record<string, APIAttachment> };
};

test('a file of an option comes with the interaction, and is downloaded by its signed address', async () => {
  let now = Date.parse('2026-12-01T00:00:00Z');
  // Nobody answers: the command fails at once.
  const discord = await openDiscord({ now: () => now, acknowledgeWithinMs: 1 });
  await declare(discord, [IMPORT]);
  const ada = discord.as('ada');
  const { interaction } = await ada.command('import', { file: ada.upload(CSV) });
  const { options, resolved } = (interaction.payload as unknown as { data: Sent }).data;
  const attachment = resolved.attachments[options[0].value];
  expect(attachment).toMatchObject({
    id: options[0].value,
    filename: 'Letters_of_S_rensen.csv',
    title: 'Letters of Sørensen',
    size: 13,
    content_type: 'text/csv; charset=utf-8',
    ephemeral: true,
  });
  expect(attachment?.proxy_url).toBe(attachment?.url);
  const url = new URL(attachment?.url ?? '');
  expect(url.pathname).toMatch(/^\/ephemeral-attachments\/\d+\/\d+\/Letters_of_S_rensen\.csv$/);
  const got = await fetch(url);
  expect([got.status, got.headers.get('content-length')]).toEqual([200, '13']);
  expect(await got.text()).toBe('title\nLetter\n');

  const forged = new URL(url);
  forged.searchParams.set('ex', 'ffffffff');
  expect((await fetch(forged)).status).toBe(404);
  now += 25 * 60 * 60 * 1000;
  expect((await fetch(url)).status).toBe(404);
});

test('an option that takes a file refuses anything else', async () => {
  const discord = await openDiscord();
  await declare(discord, [IMPORT]);
  await expect(discord.as('ada').command('import', { file: 'letters.csv' })).rejects.toThrow(
    'There is no uploaded file letters.csv.',
  );
});

test('a message may be files alone, and others see them', async () => {
  const discord = await openDiscord();
  const ada = discord.as('ada');
  ada.say('', [ada.upload(CSV), ada.upload({ name: 'notes.txt', bytes: CSV.bytes })]);
  const [message] = discord.messages('general', 'ben');
  expect(message?.attachments.map(({ filename }) => filename)).toEqual([
    'Letters_of_S_rensen.csv',
    'notes.txt',
  ]);
  const eleven = Array.from({ length: 11 }, () => ada.upload(CSV));
  expect(() => ada.say('', eleven)).toThrow('A message has at most 10 files.');
});
