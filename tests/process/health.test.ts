import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type LocalDiscordOptions, startLocalDiscord } from 'local-discord';
import { describe, expect, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { said } from '../support/messages.ts';
import { BARE, botOn, connected, exitOf, QUIET, ROOT } from '../support/process.ts';

/** A bot that tells of its health, in a Discord of its own. */
async function openWatched(options: LocalDiscordOptions = {}) {
  const HEALTH_PORT = String(await freePort());
  const discord = await startLocalDiscord(options);
  const bot = await botOn(discord, { HEALTH_PORT });
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${HEALTH_PORT}${path}`).catch(() => undefined);
    return response && { status: response.status, text: await response.text() };
  };
  /** What `/ready` says: its status, and the state of each part. */
  const ready = async () => {
    const answer = await ask('/ready');
    return answer && { status: answer.status, ...JSON.parse(answer.text).parts };
  };
  return { HEALTH_PORT, discord, bot, ask, ready };
}

/** `npm run -s health`, as a container runs it. */
async function health(env: Record<string, string>) {
  const child = spawn(process.execPath, [QUIET, join(ROOT, 'scripts', 'health.ts')], {
    env: { ...BARE, ...env },
  });
  const output: string[] = [];
  child.stdout.on('data', (data) => output.push(String(data)));
  child.stderr.on('data', (data) => output.push(String(data)));
  await once(child, 'close');
  return { code: child.exitCode, said: output.join('') };
}

const READY = { status: 200, discord: 'ready', archive: 'ready', store: 'ready' };

describe('a bot with HEALTH_PORT', () => {
  test('is live at once, ready when it answers, and says how it does', async () => {
    const { HEALTH_PORT, discord, bot, ask, ready } = await openWatched();
    await expect.poll(async () => (await ask('/live'))?.status).toBe(200);
    await expect.poll(ready, { timeout: 20_000 }).toEqual(READY);
    expect(await health({ HEALTH_PORT })).toEqual({ code: 0, said: 'Ready.\n' });
    await discord.as('ada').run('about');
    const metrics = async () => (await ask('/metrics'))?.text;
    const answered = 'count{command="about",kind="command",outcome="answered"} 1';
    await expect.poll(metrics).toContain(answered);
    const text = await metrics();
    expect(text).toMatch(
      /archive_duration_seconds_count\{method="summary",outcome="answered"} [1-9]/,
    );
    expect(text).toMatch(/store_duration_seconds_count\{method="subscriptions\.list"/);
    expect(text).toContain('reading_room_corpus_age_seconds ');
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds ');
    bot.kill('SIGTERM');
    expect(await exitOf(bot)).toBe(0);
    await discord.close();
  });

  test('isn’t ready while Discord is away, and is again when it is back', async () => {
    const { HEALTH_PORT, discord, bot, ask, ready } = await openWatched();
    await expect.poll(ready, { timeout: 20_000 }).toEqual(READY);
    await discord.close();
    // A gateway that is lost for a moment is no outage.
    expect(await ready()).toEqual(READY);
    await expect
      .poll(ready, { timeout: 30_000 })
      .toEqual({ ...READY, status: 503, discord: 'failing' });
    expect(await health({ HEALTH_PORT })).toEqual({
      code: 1,
      said: 'Not ready: discord (failing).\n',
    });
    expect((await ask('/live'))?.status).toBe(200);
    const { url, token } = discord;
    const again = await startLocalDiscord({ port: Number(new URL(url).port), token });
    await expect.poll(ready, { timeout: 30_000 }).toEqual(READY);
    bot.kill('SIGTERM');
    await exitOf(bot);
    await again.close();
  }, 90_000);

  test('told to stop isn’t ready, takes nothing new, and answers what is under way', async () => {
    // Longer than Discord's own: a busy machine is no failure.
    const { discord, bot, ask, ready } = await openWatched({ acknowledgeWithinMs: 12_000 });
    await connected(discord);
    await expect.poll(ready).toEqual(READY);
    const [ada, ben] = [discord.as('ada'), discord.as('ben')];
    discord.delayNext({ path: /callback/, ms: 3000 });
    const asking = ada.run('search', { query: 'dispatch' });
    // The archive has answered, so the bot is about to.
    const metrics = async () => (await ask('/metrics'))?.text;
    await expect.poll(metrics).toContain('archive_duration_seconds_count{method="search"');
    bot.kill('SIGTERM');
    await expect
      .poll(ready, { interval: 20 })
      .toEqual({ ...READY, status: 503, discord: 'stopping' });
    const late = ben.command('about');
    expect(said(await asking)).toContain('1-5 of 12');
    expect(await exitOf(bot)).toBe(0);
    expect((await late).state).toBe('failed');
    await discord.close();
  }, 60_000);

  test('a port that is taken stops the start with what to do', async () => {
    const discord = await startLocalDiscord();
    const { port } = new URL(discord.url);
    const bot = await botOn(discord, { HEALTH_PORT: port });
    expect(await exitOf(bot)).toBe(1);
    expect(bot.output.at(-1)).toMatch(
      /^The health server can’t listen .*set HEALTH_PORT to another/,
    );
    await discord.close();
  });
});

describe('npm run health', () => {
  test('says that HEALTH_PORT is missing, or that nothing answers', async () => {
    expect(await health({})).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^HEALTH_PORT is missing/),
    });
    const HEALTH_PORT = String(await freePort());
    expect(await health({ HEALTH_PORT, HEALTH_HOST: '0.0.0.0' })).toEqual({
      code: 1,
      said: `The bot doesn’t answer at http://127.0.0.1:${HEALTH_PORT}: is it running, with the same HEALTH_PORT and HEALTH_HOST?\n`,
    });
  });
});
