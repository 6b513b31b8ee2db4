import { execFile } from 'node:child_process';
import { request as httpRequest } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { Events } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startLocalDiscord } from '../../src/sandbox/local-discord.ts';
import { connectClient, declare, openDiscord } from '../support/sandbox.ts';

const ROOT = join(import.meta.dirname, '..', '..');

test('a busy port is an error', async () => {
  const { url } = await openDiscord();
  const port = Number(new URL(url).port);
  await expect(startLocalDiscord({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('nobody outside this machine is listened to', async () => {
  const { url } = await openDiscord();
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal);
  const address = outside?.address ?? '127.0.0.2';
  const { port } = new URL(url);
  await expect(fetch(`http://${address}:${port}/control`)).rejects.toThrow('fetch failed');
});

describe('another site', () => {
  const status = (url: string, headers: Record<string, string>) =>
    new Promise((resolve, reject) => {
      const request = httpRequest(url, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
      request.end();
    });

  test.each<[number, Record<string, string>]>([
    [200, {}],
    [200, { Origin: 'http://127.0.0.1:PORT' }],
    [200, { Host: 'localhost:PORT', Origin: 'http://localhost:PORT' }],
    [403, { Host: 'example.org:PORT' }],
    [403, { Host: '127.0.0.1:1' }],
    [403, { Origin: 'http://example.org' }],
    [403, { Origin: 'null' }],
  ])('gets %i with %o', async (expected, headers) => {
    const { url } = await openDiscord();
    const own = Object.entries(headers).map(([name, value]) => [
      name,
      value.replace('PORT', new URL(url).port),
    ]);
    expect(await status(`${url}/control`, Object.fromEntries(own))).toBe(expected);
  });

  test('gets no gateway', async () => {
    const { url } = await openDiscord();
    const socket = new WebSocket(`${url.replace('http', 'ws')}/gateway`, {
      origin: 'http://example.org',
    });
    const error = await new Promise<Error>((resolve) => socket.on('error', resolve));
    expect(error.message).toContain('403');
  });
});

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
});
