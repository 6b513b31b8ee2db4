import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Events } from 'discord.js';
import { connectClient, declare, openDiscord } from 'local-discord/testing';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

describe('scripts/say.ts', () => {
  type Said = { code: number; stdout: string; stderr: string };
  const say = (...words: string[]) =>
    new Promise<Said>((resolve) => {
      const script = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', 'scripts/say.ts', ...words];
      execFile(process.execPath, script, { cwd: ROOT }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
      );
    });

  test('says so where nothing listens', async () => {
    const { code, stdout, stderr } = await say('/about', '--at', 'http://127.0.0.1:9');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      'No local Discord listens at http://127.0.0.1:9: start one with "npm start".\n',
    );
  });

  test('sends, clicks, chooses and reads', async () => {
    const discord = await openDiscord();
    await declare(discord);
    const client = await connectClient(discord);
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({
          embeds: [
            {
              title: 'Letter',
              url: 'https://example.org/1',
              description: 'To **Castro**',
              fields: [{ name: 'Date', value: '26 October 1962' }],
              footer: { text: '1-1 of 1' },
            },
          ],
          components: [
            { type: 1, components: [{ type: 2, style: 1, label: 'Next', custom_id: 'next' }] },
            {
              type: 1,
              components: [
                { type: 3, custom_id: 'open', options: [{ label: 'Letter', value: 'letter-1' }] },
              ],
            },
          ],
        });
      } else if (interaction.isButton()) await interaction.update({ content: 'page 2' });
      else if (interaction.isStringSelectMenu()) {
        await interaction.reply({ content: interaction.values.join(), flags: 64 });
      } else if (interaction.isAutocomplete()) {
        await interaction.respond([{ name: 'Letter to Castro', value: 'letter-1' }]);
      }
    });
    const at = ['--at', discord.url];

    const sent = await say('/search query:Castro', ...at);
    expect(sent.stderr).toBe('');
    for (const part of [
      'Letter <https://example.org/1>',
      'To **Castro**',
      'Date\n    26 October 1962',
      '(1-1 of 1)',
      '[Next] --click next',
      '--choose letter-1  Letter',
    ]) {
      expect(sent.stdout).toContain(part);
    }
    expect((await say('--click', 'next', '--as', 'ben', ...at)).stdout).toContain('page 2');
    const chosen = await say('--choose', 'letter-1', ...at);
    expect(chosen.stdout).toMatch(/only you can see this\n\nletter-1\n$/);
    const offered = await say('/search query:let', '--complete', ...at);
    expect(offered.stdout).toBe('Letter to Castro  (letter-1)\n');
    const read = await say('--read', '--as', 'ben', '--json', ...at);
    expect(JSON.parse(read.stdout)).toMatchObject([{ content: 'page 2' }]);
    expect((await say(...at)).stdout).toBe('/search  Finds documents\n');
    const refused = await say('/search', ...at);
    expect(refused).toMatchObject({ code: 1, stderr: 'query: This option is required.\n' });
  });

  test('sends files, with a command and with a message', async () => {
    const discord = await openDiscord();
    const file = { type: 11, name: 'file', description: 'Which', required: true };
    await declare(discord, [{ name: 'import', description: 'Takes a file', options: [file] }]);
    const client = await connectClient(discord);
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { name, size } = interaction.options.getAttachment('file', true);
      await interaction.reply(`${name} has ${size} bytes`);
    });
    const at = ['--at', discord.url];
    const sent = await say('/import file:./LICENSE', ...at);
    expect(sent.stdout).toContain(`LICENSE has ${(await stat(join(ROOT, 'LICENSE'))).size} bytes`);
    const missing = await say('/import file:./no-such-file.csv', ...at);
    expect(missing).toMatchObject({ code: 1 });
    expect(missing.stderr).toContain('./no-such-file.csv can’t be read');
    await say('Look', '--file', 'LICENSE', '--file', 'package.json', ...at);
    const message = discord.messages().at(-1);
    expect(message?.content).toBe('Look');
    expect(message?.attachments.map(({ filename }) => filename)).toEqual([
      'LICENSE',
      'package.json',
    ]);
  });
});
