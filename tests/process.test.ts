import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/sandbox/local-discord.ts';
import { archive } from './commands/fixtures.ts';
import { buttonId, said } from './support/messages.ts';
import { writeCorpus } from './support/room.ts';

const MAIN = join(import.meta.dirname, '..', 'src', 'main.ts');
const QUIET = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON';
const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

/** Runs main as a user does, with nothing in the environment but this. */
function main(flags: string[], env: Record<string, string>): ChildProcess & { output: string[] } {
  const child = spawn(process.execPath, [QUIET, MAIN, ...flags], {
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'info', ...env },
  });
  const output: string[] = [];
  child.stdout.on('data', (data) => output.push(String(data)));
  child.stderr.on('data', (data) => output.push(String(data)));
  running.add(child);
  return Object.assign(child, { output });
}

/** A bot on this Discord, with a corpus and a database of its own. */
async function botOn(discord: LocalDiscord, env: Record<string, string> = {}) {
  const { folder, path } = await writeCorpus(archive);
  return main(['--bot'], {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: `file:${join(folder, 'room.db')}`,
    CORPUS: path,
    ...env,
  });
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

const connected = (discord: LocalDiscord) =>
  expect
    .poll(() => discord.commands().length && discord.gateway.connected(), { timeout: 15_000 })
    .toBeTruthy();

describe('the process', () => {
  test('buttons work after kill -9 and a restart; SIGTERM ends with 0', async () => {
    const discord = await startLocalDiscord();
    const { folder, path } = await writeCorpus(archive);
    const env = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: `file:${join(folder, 'room.db')}`,
      CORPUS: path,
    };
    const ada = discord.as('ada');
    const first = main(['--bot'], env);
    await connected(discord);
    const message = await ada.run('search', { query: 'dispatch' });
    first.kill('SIGKILL');
    await exitOf(first);
    await expect.poll(() => discord.gateway.connected()).toBe(0);

    const second = main(['--bot'], env);
    await connected(discord);
    const turned = await (await ada.click(message.id, buttonId(message, 'Next'))).answer();
    expect(turned.id).toBe(message.id);
    expect(said(turned)).toContain('6-10 of 12');

    second.kill('SIGTERM');
    expect(await exitOf(second)).toBe(0);
    await discord.close();
  });

  test.skipIf(process.platform === 'win32')('SIGTERM to npm reaches the bot', async () => {
    const discord = await startLocalDiscord();
    const { folder, path } = await writeCorpus(archive);
    const npm = spawn('npm', ['run', '-s', 'bot'], {
      cwd: join(import.meta.dirname, '..'),
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH ?? '',
        HOME: process.env.HOME ?? '',
        LOG_LEVEL: 'silent',
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        DATABASE_URL: `file:${join(folder, 'room.db')}`,
        CORPUS: path,
      },
    });
    running.add(npm);
    await connected(discord);
    npm.kill('SIGTERM');
    expect(await exitOf(npm)).toBe(0);
    await expect.poll(() => discord.gateway.connected()).toBe(0);
    await discord.close();
  });

  test('SIGTERM lets what is under way be answered first', async () => {
    const discord = await startLocalDiscord();
    const bot = await botOn(discord);
    await connected(discord);
    discord.delayNext({ path: /callback/, ms: 800 });
    const asking = discord.as('ada').run('search', { query: 'dispatch' });
    await wait(300);
    bot.kill('SIGTERM');
    expect(said(await asking)).toContain('1-5 of 12');
    expect(await exitOf(bot)).toBe(0);
    await discord.close();
  });

  test('a gateway that Discord closes for good ends the process with 1', async () => {
    const discord = await startLocalDiscord();
    const bot = await botOn(discord);
    await connected(discord);
    discord.gateway.drop(4004);
    expect(await exitOf(bot)).toBe(1);
    expect(bot.output.join('')).toContain('closed the gateway for good');
    await discord.close();
  });

  test('two instances on one token give one answer, and say so in the log', async () => {
    const discord = await startLocalDiscord();
    const one = await botOn(discord);
    const other = await botOn(discord);
    await expect.poll(() => discord.gateway.connected(), { timeout: 15_000 }).toBe(2);
    await connected(discord);
    await discord.as('ada').run('search', { query: 'dispatch' });
    expect(discord.messages()).toHaveLength(1);
    const log = () => [...one.output, ...other.output].join('');
    await expect.poll(log, { timeout: 5000 }).toContain('running twice on one token');
    await discord.close();
  });

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

  test('an address where nothing listens is told as such', async () => {
    const discord = await startLocalDiscord();
    const child = await botOn(discord, { DISCORD_API_URL: 'http://127.0.0.1:9/api' });
    expect(await exitOf(child)).toBe(1);
    expect(child.output.at(-1)).toMatch(/^Discord can’t be reached at DISCORD_API_URL .*\n$/);
    await discord.close();
  });

  test('without a token, npm start opens a Discord of its own and says where', async () => {
    const { folder, path } = await writeCorpus(archive);
    const child = main([], { CORPUS: path, DATABASE_URL: `file:${join(folder, 'room.db')}` });
    await expect
      .poll(() => child.output.join(''), { timeout: 15_000 })
      .toMatch(/open at http:\/\/127\.0\.0\.1:\d+/);
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
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
