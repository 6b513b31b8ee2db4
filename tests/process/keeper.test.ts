import { startLocalDiscord } from 'local-discord';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/sqlite/open-store.ts';
import { dueSubscription } from '../support/due-subscription.ts';
import { said } from '../support/messages.ts';
import { botOn, connected, environmentOn, exitOf, main } from '../support/process.ts';

const IS_KEEPER = 'this process is the keeper now';

describe('a keeper', () => {
  test('needs a token', async () => {
    const none = main(['--keeper'], {});
    expect(await exitOf(none)).toBe(1);
    expect(none.output.join('')).toMatch(/^DISCORD_TOKEN is missing.*\n$/);
  });

  test('is told of a token that Discord refuses', async () => {
    const discord = await startLocalDiscord();
    const env = await environmentOn(discord);
    const wrong = main(['--keeper'], { ...env, DISCORD_TOKEN: 'wrong' });
    expect(await exitOf(wrong)).toBe(1);
    expect(wrong.output.at(-1)).toMatch(/^Discord refuses DISCORD_TOKEN/);
    await discord.close();
  });

  test('waits for a Discord that can’t be reached', async () => {
    const closed = await startLocalDiscord();
    await closed.close();
    const keeper = main(['--keeper'], await environmentOn(closed));
    await expect
      .poll(() => keeper.output.join(''))
      .toMatch(/can’t be reached.*Trying again in 1 s/);
    const { url, token } = closed;
    const discord = await startLocalDiscord({ port: Number(new URL(url).port), token });
    await expect.poll(() => discord.commands().length).toBeGreaterThan(0);
    keeper.kill('SIGTERM');
    expect(await exitOf(keeper)).toBe(0);
    await discord.close();
  });

  test('registers and posts without a gateway, while a bot answers and waits to take over', async () => {
    const discord = await startLocalDiscord();
    const env = await environmentOn(discord);
    const store = await openStore(env.DATABASE_URL?.replace('file:', '') ?? '');
    await store.subscriptions.set(dueSubscription(discord));
    const keeper = main(['--keeper'], env);
    await expect.poll(() => discord.commands().length).toBeGreaterThan(0);
    await expect.poll(() => discord.messages('archive')).toHaveLength(1);
    expect(discord.gateway.connected()).toBe(0);

    const bot = await botOn(discord, env);
    await connected(discord);
    expect(said(await discord.as('ada').run('about'))).toContain('Documents');
    expect(bot.output.join('')).not.toContain(IS_KEEPER);
    keeper.kill('SIGTERM');
    expect(await exitOf(keeper)).toBe(0);
    await expect.poll(() => bot.output.join('')).toContain(IS_KEEPER);

    const next = main(['--keeper'], env);
    bot.kill('SIGKILL');
    await exitOf(bot);
    const died = performance.now();
    await expect.poll(() => next.output.join(''), { timeout: 40_000 }).toContain(IS_KEEPER);
    expect(performance.now() - died).toBeLessThan(30_000);
    next.kill('SIGTERM');
    expect(await exitOf(next)).toBe(0);
    expect(discord.messages('archive')).toHaveLength(1);
    await store.close();
    await discord.close();
  });
});
