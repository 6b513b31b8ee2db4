import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { startLocalDiscord } from 'local-discord';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/sqlite/open-store.ts';
import { dueSubscription } from '../support/due-subscription.ts';
import { said } from '../support/messages.ts';
import {
  BARE,
  botOn,
  connected,
  endWithTest,
  environmentOn,
  exitOf,
  MAIN,
  main,
} from '../support/process.ts';

test('malformed events and frames never end the process', async () => {
  const discord = await startLocalDiscord();
  const bot = await botOn(discord);
  await connected(discord);
  const { gateway } = discord;
  const dispatch = (t: unknown, d: unknown) => gateway.send(JSON.stringify({ op: 0, s: 3, t, d }));
  const bodies = [
    null,
    'text',
    7,
    {},
    { type: 2 },
    { type: 2, id: '1', token: 'x', data: null },
    { type: 2, id: '1', token: 'x', data: { type: 1, name: 5, options: 'none' }, user: null },
    { type: 3, id: '1', token: 'x', data: { component_type: 2, custom_id: 9 }, message: null },
    { type: 4, id: '1', token: 'x', data: {}, member: null },
    { type: 5, id: '1', token: 'x', data: { components: [null] } },
  ];
  for (const body of bodies) {
    for (const t of ['INTERACTION_CREATE', 'GUILD_CREATE', 'CHANNEL_UPDATE', 'THREAD_CREATE']) {
      dispatch(t, body);
    }
  }
  dispatch(null, null);
  for (const frame of [
    '',
    '{',
    'null',
    '[]',
    '7',
    '{"op":"x"}',
    '{"op":0}',
    '{"op":10,"d":null}',
  ]) {
    gateway.send(frame);
  }
  expect(said(await discord.as('ada').run('about'))).toContain('Documents');
  expect(bot.exitCode).toBeNull();
  expect(bot.output.join('')).toContain('could not be read');
  bot.kill('SIGTERM');
  expect(await exitOf(bot)).toBe(0);
  await discord.close();
});

test('a reader of the log that has stopped reading, or ended, stops nothing', async () => {
  const discord = await startLocalDiscord();
  const bot = spawn(process.execPath, [MAIN, '--bot'], {
    env: { ...BARE, LOG_LEVEL: 'trace', ...(await environmentOn(discord)) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  endWithTest(bot);
  await connected(discord);
  const ada = discord.as('ada');
  // Each writes two lines; together more than a pipe holds.
  discord.refuseNext({ status: 400, code: 50035, path: /callback/, count: 300 });
  await Promise.all(Array.from({ length: 150 }, () => ada.command('about')));
  expect(said(await ada.run('about'))).toContain('Documents');
  bot.stderr.destroy();
  discord.refuseNext({ status: 400, code: 50035, path: /callback/ });
  await expect.poll(async () => said(await ada.run('about'))).toContain('Documents');
  bot.kill('SIGTERM');
  expect(await exitOf(bot)).toBe(0);
  await discord.close();
}, 60_000);

test('SIGTERM ends it within ten seconds, in the middle of posting too', async () => {
  const discord = await startLocalDiscord();
  const env = await environmentOn(discord);
  const store = await openStore(env.DATABASE_URL?.replace('file:', '') ?? '');
  for (let number = 0; number < 40; number += 1) {
    await store.subscriptions.set({
      ...dueSubscription(discord),
      guild: `${1_000_000 + number}`,
    });
  }
  await store.close();
  discord.delayNext({ method: 'POST', path: /messages$/, ms: 30_000, count: 100 });
  discord.delayNext({ path: /callback/, ms: 30_000 });
  const bot = main(['--bot'], env);
  await connected(discord);
  await wait(300);
  discord
    .as('ada')
    .command('about')
    .catch(() => {});
  await wait(300);
  const began = performance.now();
  bot.kill('SIGTERM');
  expect(await exitOf(bot)).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
  await discord.close();
}, 40_000);
