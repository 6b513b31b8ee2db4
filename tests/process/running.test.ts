import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { startLocalDiscord } from 'local-discord';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/sqlite/open-store.ts';
import { dueSubscription } from '../support/due-subscription.ts';
import { buttonId, said } from '../support/messages.ts';
import {
  BARE,
  botOn,
  connected,
  endWithTest,
  environmentOn,
  exitOf,
  main,
  ROOT,
} from '../support/process.ts';

/** In milliseconds: how long Discord takes for the post, and when the process is killed. */
const MOMENTS = {
  'before the post is sent': { delay: 600, killAfter: 100 },
  'while Discord takes it': { delay: 300, killAfter: 450 },
  'after it': { delay: 0, killAfter: 1500 },
};

/**
 * A process that is killed with the day's post due, and another in its place.
 * @returns waits until the post is written down, which is there once
 */
async function killedWhilePosting(
  when: string,
  { delay, killAfter }: { delay: number; killAfter: number },
): Promise<() => Promise<void>> {
  const discord = await startLocalDiscord();
  const env = await environmentOn(discord);
  const store = await openStore(env.DATABASE_URL?.replace('file:', '') ?? '');
  await store.subscriptions.set(dueSubscription(discord));
  if (delay > 0) discord.delayNext({ method: 'POST', path: /messages$/, ms: delay });
  const first = main(['--bot'], env);
  await connected(discord);
  await wait(killAfter);
  first.kill('SIGKILL');
  await exitOf(first);
  const second = main(['--bot'], env);
  await expect.poll(() => discord.gateway.connected(), { timeout: 45_000 }).toBe(1);
  return async () => {
    const state = async () => (await store.dayPosts.latest(discord.guild.id, 1))[0]?.state;
    await expect.poll(state, { message: when, timeout: 45_000 }).toBe('posted');
    const posts = discord
      .messages('archive')
      .filter(({ embeds }) => embeds[0]?.title?.startsWith('On this day'));
    expect(posts, when).toHaveLength(1);
    second.kill('SIGTERM');
    await exitOf(second);
    await store.close();
    await discord.close();
  };
}

describe('a running bot', () => {
  test('buttons work after kill -9 and a restart; SIGTERM lets what is under way be answered', async () => {
    const discord = await startLocalDiscord();
    const env = await environmentOn(discord);
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

    discord.delayNext({ path: /callback/, ms: 800 });
    const asking = ada.run('search', { query: 'dispatch' });
    await wait(300);
    second.kill('SIGTERM');
    expect(said(await asking)).toContain('1-5 of 12');
    expect(await exitOf(second)).toBe(0);
    await discord.close();
  });

  test.skipIf(process.platform === 'win32')('SIGTERM to npm reaches the bot', async () => {
    const discord = await startLocalDiscord();
    const npm = spawn('npm', ['run', '-s', 'bot'], {
      cwd: ROOT,
      stdio: 'ignore',
      env: {
        ...BARE,
        HOME: process.env.HOME ?? '',
        LOG_LEVEL: 'silent',
        ...(await environmentOn(discord)),
      },
    });
    endWithTest(npm);
    await connected(discord);
    npm.kill('SIGTERM');
    expect(await exitOf(npm)).toBe(0);
    await expect.poll(() => discord.gateway.connected()).toBe(0);
    await discord.close();
  });

  test('kill -9 before the post, while Discord takes it and after it: it is there once', async () => {
    const settled: (() => Promise<void>)[] = [];
    for (const [when, moment] of Object.entries(MOMENTS)) {
      settled.push(await killedWhilePosting(when, moment));
    }
    // The leases of the processes that died end side by side.
    await Promise.all(settled.map((once) => once()));
  }, 120_000);

  test('two instances on one token give one answer and say so; a gateway closed for good ends both', async () => {
    const discord = await startLocalDiscord();
    const one = await botOn(discord);
    const other = await botOn(discord);
    await expect.poll(() => discord.gateway.connected(), { timeout: 45_000 }).toBe(2);
    await connected(discord);
    await discord.as('ada').run('search', { query: 'dispatch' });
    expect(discord.messages()).toHaveLength(1);
    const log = () => [...one.output, ...other.output].join('');
    // One that is slow to answer tries again, and takes the other's answer for its own.
    const again = async () => {
      await discord.as('ada').run('search', { query: 'dispatch' });
      return log();
    };
    await expect.poll(again).toContain('running twice on one token');
    discord.gateway.drop(4004);
    for (const bot of [one, other]) {
      expect(await exitOf(bot)).toBe(1);
      expect(bot.output.join('')).toContain('closed the gateway for good');
    }
    await discord.close();
  });
});
