import { rename, writeFile } from 'node:fs/promises';
import { startLocalDiscord } from 'local-discord';
import { expect, test } from 'vitest';
import type { Document } from '../../src/data/corpus/document.ts';
import { archive } from '../commands/fixtures.ts';
import { aDocument } from '../support/documents.ts';
import { said } from '../support/messages.ts';
import { connected, environmentOn, exitOf, main } from '../support/process.ts';

const LONG_MS = 60_000;
const about = (id: string) => aDocument({ id, title: `Paper ${id}`, description: 'On missiles' });

test('a digest comes once, through kill -9, from a corpus that was changed meanwhile', async () => {
  const discord = await startLocalDiscord();
  const env = await environmentOn(discord);
  const corpus = env.CORPUS ?? '';
  const write = async (...documents: Document[]) => {
    const lines = [...archive, ...documents].map((document) => `${JSON.stringify(document)}\n`);
    await writeFile(`${corpus}.next`, lines.join(''));
    await rename(`${corpus}.next`, corpus);
  };
  let bot = main(['--bot'], env);
  const die = async () => {
    bot.kill('SIGKILL');
    await exitOf(bot);
    await expect.poll(() => discord.gateway.connected()).toBe(0);
  };
  const digests = () =>
    discord.messages('archive').filter(({ embeds }) => / new for /.test(embeds[0]?.title ?? ''));
  await connected(discord);
  const ada = discord.as('ada');
  const added = await ada.run(
    'watch add',
    { query: 'missiles', where: 'here' },
    { channel: 'archive' },
  );
  expect(said(added)).toContain('There are none now');

  // Changed while it runs.
  await write(about('one'));
  await expect.poll(() => digests().map(said).join(), { timeout: LONG_MS }).toContain('Paper one');

  // Changed while it is down; killed when Discord has the message and it doesn't know yet.
  await die();
  await write(about('one'), about('two'));
  const path = `${discord.channels.archive}/messages`;
  discord.delayNext({ method: 'POST', path, ms: 20_000, afterwards: true });
  bot = main(['--bot'], env);
  await expect.poll(() => digests().length, { timeout: LONG_MS }).toBe(2);
  await die();

  // It looks whether it was posted, and tells only what has come since.
  const before = discord.exchanges.length;
  await write(about('one'), about('two'), about('three'));
  bot = main(['--bot'], env);
  await expect
    .poll(() => digests().map(said).at(-1), { timeout: LONG_MS })
    .toContain('Paper three');
  const hasLooked = () =>
    discord.exchanges
      .slice(before)
      .some((one) => one.kind === 'request' && one.method === 'GET' && one.path.includes(path));
  await expect.poll(hasLooked, { timeout: LONG_MS }).toBe(true);
  expect(digests().map(({ embeds }) => embeds[0]?.title)).toEqual([
    '1 new for “missiles”',
    '1 new for “missiles”',
    '1 new for “missiles”',
  ]);
  bot.kill('SIGTERM');
  expect(await exitOf(bot)).toBe(0);
  await discord.close();
}, 240_000);
