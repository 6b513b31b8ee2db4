import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalDiscord } from 'local-discord';
import { openDiscord } from 'local-discord/testing';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { buttonId, said } from '../support/messages.ts';
import { botOn, environmentOn, exitOf, main } from '../support/process.ts';

const httpOn = async ({ publicKey }: LocalDiscord) => ({
  DISCORD_PUBLIC_KEY: publicKey,
  HTTP_PORT: String(await freePort()),
});

/** Sends each request to the next of some ports, as a balancer does. */
async function balance(ports: readonly string[]) {
  const sent: string[] = [];
  const statuses: (number | undefined)[] = [];
  const balancer = createServer((incoming, outgoing) => {
    const port = ports[sent.length % ports.length] ?? '';
    sent.push(port);
    const { method, url, headers } = incoming;
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers }, (response) => {
      statuses.push(response.statusCode);
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    passed.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(passed);
  }).listen(0, '127.0.0.1');
  await once(balancer, 'listening');
  onTestFinished(() => void balancer.close());
  const { port } = balancer.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/interactions`, sent, statuses };
}

test('two replicas behind a balancer answer as one bot, without a gateway', async () => {
  const discord = await openDiscord();
  const env = await environmentOn(discord);
  const replicas = [await httpOn(discord), await httpOn(discord)];
  const bots = replicas.map((http) => main(['--bot'], { ...env, ...http }));
  const { url, sent } = await balance(replicas.map(({ HTTP_PORT }) => HTTP_PORT));
  await expect.poll(() => discord.setInteractionsEndpoint(url), { timeout: 45_000 }).toBe(true);
  await expect.poll(() => discord.commands().length).toBeGreaterThan(0);
  const before = sent.length;
  const ada = discord.as('ada');
  const list = await ada.run('search', { query: 'dispatch' });
  const turned = await (await ada.click(list.id, buttonId(list, 'Next'))).answer();
  expect(said(turned)).toContain('6-10 of 12');
  expect(await ada.autocomplete('document', 'title', 'Mikoy')).not.toEqual([]);
  const asked = await ada.command('list create', { name: 'Berlin', scope: 'mine' });
  expect(said(await asked.answer())).toContain('Berlin');
  expect(said(await ada.run('list show', { list: 'Berlin' }))).toContain('Berlin');
  expect(new Set(sent.slice(before)).size).toBe(2);
  expect(discord.gateway.connected()).toBe(0);
  for (const bot of bots) {
    bot.kill('SIGTERM');
    expect(await exitOf(bot)).toBe(0);
  }
});

test('SIGTERM lets what is under way come to its end, and nothing else is taken', async () => {
  const discord = await openDiscord();
  const http = await httpOn(discord);
  const bot = await botOn(discord, http);
  const { url, statuses } = await balance([http.HTTP_PORT]);
  await expect.poll(() => discord.setInteractionsEndpoint(url), { timeout: 20_000 }).toBe(true);
  await expect.poll(() => discord.commands().length).toBeGreaterThan(0);
  // Discord has the answer, and the bot doesn't know it yet.
  discord.delayNext({ path: /callback/, ms: 800, afterwards: true });
  const before = statuses.length;
  expect(said(await discord.as('ada').run('about'))).toContain('Documents');
  expect(statuses).toHaveLength(before);
  bot.kill('SIGTERM');
  expect(await exitOf(bot)).toBe(0);
  expect(statuses.slice(before)).toEqual([202]);
  expect((await discord.as('ada').command('about')).state).toBe('failed');
});

test('the key of another application, and a busy port, stop the start with a sentence', async () => {
  const discord = await openDiscord();
  const wrong = await botOn(discord, {
    ...(await httpOn(discord)),
    DISCORD_PUBLIC_KEY: 'ab'.repeat(32),
  });
  expect(await exitOf(wrong)).toBe(1);
  expect(wrong.output.at(-1)).toMatch(/^DISCORD_PUBLIC_KEY is not the key of .*General Inf.*\n$/);
  const refused = await botOn(discord, { ...(await httpOn(discord)), DISCORD_TOKEN: 'x' });
  expect(await exitOf(refused)).toBe(1);
  expect(refused.output.at(-1)).toMatch(/^Discord refuses DISCORD_TOKEN.*\n$/);
  const HTTP_PORT = new URL(discord.url).port;
  const busy = await botOn(discord, { DISCORD_PUBLIC_KEY: discord.publicKey, HTTP_PORT });
  expect(await exitOf(busy)).toBe(1);
  expect(busy.output.at(-1)).toMatch(new RegExp(`^HTTP_PORT ${HTTP_PORT} .*EADDRINUSE.*\n$`));
});
