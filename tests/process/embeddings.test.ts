import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalDiscord } from 'local-discord';
import { expect, onTestFinished, test } from 'vitest';
import { aDocument } from '../support/documents.ts';
import { startEmbeddingsServer } from '../support/embeddings-server.ts';
import { said } from '../support/messages.ts';
import { botOn, connected, exitOf } from '../support/process.ts';
import { writeCorpus } from '../support/room.ts';

const documents = Array.from({ length: 200 }, (_, i) =>
  aDocument({ id: `d${i}`, title: `Minutes ${i}`, description: `ledger${i} grain` }),
);

test('vectors are made in the background, and none twice though the bot is killed', async () => {
  const server = await startEmbeddingsServer();
  const discord = await startLocalDiscord();
  onTestFinished(discord.close);
  const { path } = await writeCorpus(documents);
  const folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
  const env = {
    CORPUS: path,
    DATABASE_URL: `file:${join(folder, 'room.db')}`,
    EMBEDDINGS_URL: server.url,
    EMBEDDINGS_MODEL: 'stand-in',
    EMBEDDINGS_KEY: 'a-secret',
  };
  server.delayMs = 300;
  const first = await botOn(discord, env);
  await expect.poll(() => server.requests.length, { timeout: 20_000 }).toBeGreaterThan(3);
  first.kill('SIGKILL');
  await exitOf(first);
  const before = server.requests.slice(0, -1).flat();
  expect(before.length).toBeLessThan(documents.length);

  server.requests.length = 0;
  server.delayMs = 0;
  const second = await botOn(discord, env);
  await connected(discord);
  const about = async () => said(await discord.as('ada').run('about'));
  await expect.poll(about, { timeout: 20_000 }).toContain('By meaning\n200 of 200 documents');
  const after = server.requests.flat();
  expect(after.filter((text) => before.includes(text))).toEqual([]);
  expect(new Set([...before, ...after]).size).toBe(documents.length);

  server.mode = 'gone';
  await discord.as('ada').run('search', { query: 'harvest ledger' });
  await expect.poll(() => second.output.join('')).toContain('can’t be reached');
  expect(second.output.join('')).not.toMatch(/a-secret|harvest/);
});
