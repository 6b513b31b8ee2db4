import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startLocalDiscord } from 'local-discord';
import { describe, expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { botOn, connected, exitOf, MAIN, main } from '../support/process.ts';
import { writeCorpus } from '../support/room.ts';

describe('the start', () => {
  test('without a token, npm run bot says so in one sentence', async () => {
    const child = main(['--bot'], {});
    expect(await exitOf(child)).toBe(1);
    expect(child.output.join('')).toMatch(/^DISCORD_TOKEN is missing.*\n$/);
  });

  test('a wrong setting stops the start and says what would be right', async () => {
    const child = main([], { TIME_ZONE: 'Mars/Phobos' });
    expect(await exitOf(child)).toBe(1);
    expect(child.output.join('')).toMatch(
      /^TIME_ZONE: "Mars\/Phobos" is not .*Europe\/London.*\n$/,
    );
  });

  test('a faulty corpus stops the start with every fault', async () => {
    const { path } = await writeCorpus(archive);
    const broken = `${JSON.stringify(archive[0])}\n{broken\n${JSON.stringify({ ...archive[1], title: '' })}\n${JSON.stringify(archive[0])}\n`;
    await writeFile(path, broken);
    const child = main([], { CORPUS: `${path}:/nowhere.jsonl` });
    expect(await exitOf(child)).toBe(1);
    const said = child.output.join('');
    expect(said).toMatch(/corpus\.jsonl:2/);
    expect(said).toMatch(/corpus\.jsonl:3.*title/);
    expect(said).toMatch(/corpus\.jsonl:4.*mikoyan/);
    expect(said).toMatch(/nowhere\.jsonl/);
  });

  test('a refused token is told as such', async () => {
    const discord = await startLocalDiscord();
    const child = await botOn(discord, { DISCORD_TOKEN: 'wrong' });
    expect(await exitOf(child)).toBe(1);
    expect(child.output.at(-1)).toMatch(/Discord refuses DISCORD_TOKEN/);
    await discord.close();
  });

  test.each([
    ['application/json', '<html>token, authentication</html>'],
    ['text/html', '<html>token, authentication</html>'],
    ['application/json', '{}'],
  ])('a server that is not Discord (%s, %s) is told as such', async (type, body) => {
    const discord = await startLocalDiscord();
    const stranger = createServer((_, response) => {
      response.setHeader('Content-Type', type).end(body);
    }).listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as AddressInfo;
    const child = await botOn(discord, { DISCORD_API_URL: `http://127.0.0.1:${port}/api` });
    expect(await exitOf(child)).toBe(1);
    expect(child.output.at(-1)).toMatch(/^What answers at .* is not Discord: .*\n$/);
    stranger.close();
    await discord.close();
  });

  test('an address where nothing listens is told as such, and tried until Discord is there', async () => {
    const closed = await startLocalDiscord();
    await closed.close();
    const child = await botOn(closed);
    await expect
      .poll(() => child.output.join(''), { timeout: 15_000 })
      .toMatch(/Discord can’t be reached at DISCORD_API_URL .*Trying again in 1 s/);
    const { url, token } = closed;
    const discord = await startLocalDiscord({ port: Number(new URL(url).port), token });
    await connected(discord);
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
    await discord.close();
  }, 40_000);

  test('a first registration that fails is made up for', async () => {
    const discord = await startLocalDiscord();
    discord.refuseNext({ path: /applications\/\d+\/commands/, status: 503, count: 4 });
    const child = await botOn(discord);
    await expect.poll(() => child.output.join(''), { timeout: 15_000 }).toContain('Trying again');
    await connected(discord);
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
    await discord.close();
  }, 40_000);

  test('without a token, npm start opens a Discord of its own and says where', async () => {
    const { folder, path } = await writeCorpus(archive);
    const child = main([], { CORPUS: path, DATABASE_URL: `file:${join(folder, 'room.db')}` });
    await expect
      .poll(() => child.output.join(''), { timeout: 15_000 })
      .toMatch(/open at http:\/\/127\.0\.0\.1:\d+/);
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
  });

  test('a database that is new is told as such, and one that is gone as that', async () => {
    const { folder, path } = await writeCorpus(archive);
    const database = join(folder, 'room.db');
    const startOnce = async () => {
      const child = main([], { CORPUS: path, DATABASE_URL: `file:${database}` });
      const said = () => child.output.join('');
      await expect.poll(said, { timeout: 15_000 }).toMatch(/open at http/);
      await expect.poll(() => existsSync(join(folder, 'search-index.snapshot'))).toBe(true);
      child.kill('SIGTERM');
      await exitOf(child);
      return said();
    };
    expect(await startOnce()).toMatch(/There was no database here/);
    for (const end of ['', '-wal', '-shm']) await rm(`${database}${end}`, { force: true });
    expect(await startOnce()).toMatch(/The database that was here is gone/);
    expect(await startOnce()).not.toMatch(/There was no|is gone/);
  });

  test('a port asked for that is busy is an error in one sentence', async () => {
    const discord = await startLocalDiscord();
    const { folder, path } = await writeCorpus(archive);
    const { port } = new URL(discord.url);
    const DATABASE_URL = `file:${join(folder, 'room.db')}`;
    const child = main([], { CORPUS: path, DATABASE_URL, PORT: port });
    expect(await exitOf(child)).toBe(1);
    expect(child.output.at(-1)).toBe(
      `Port ${port} is busy: set PORT to another, or leave it out.\n`,
    );
    await discord.close();
  });

  const oldNode = ['/usr/local/bin/node', '/usr/bin/node'].find(
    (node) =>
      existsSync(node) && /^v(1\d|20|21)\./.test(String(spawnSync(node, ['--version']).stdout)),
  );
  test.skipIf(!oldNode)('an older Node gets one clear sentence', () => {
    const { status, stderr } = spawnSync(oldNode ?? '', [MAIN], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Reading Room needs Node 22\.18 or newer, .*\n$/);
  });
});
