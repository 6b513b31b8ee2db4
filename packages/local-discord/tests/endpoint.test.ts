import { createPublicKey, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Events } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import type { LocalDiscord } from '../src/local-discord.ts';
import { connectClient, openWithCommand, request } from '../testing/open-discord.ts';

// biome-ignore lint/suspicious/noExplicitAny: payloads of every form, looked into by tests
type Answer = (payload: any, response: ServerResponse) => void;

/** Whether a request is signed with the application's key. */
function isSigned(discord: LocalDiscord, { headers }: IncomingMessage, body: string): boolean {
  const x = Buffer.from(discord.publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const signed = Buffer.from(`${headers['x-signature-timestamp']}${body}`);
  return verify(null, signed, key, Buffer.from(String(headers['x-signature-ed25519']), 'hex'));
}

/** A bot that takes interactions by HTTP: it verifies them, answers pings, and the rest as told. */
async function listen(discord: LocalDiscord, answer: Answer, verifies = true): Promise<string> {
  const server = createServer(async (incoming, response) => {
    const body = await text(incoming);
    const payload = JSON.parse(body);
    if (verifies && !isSigned(discord, incoming, body)) response.writeHead(401).end();
    else if (payload.type === 1) json(response, { type: 1 });
    else answer(payload, response);
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/interactions`;
}

const json = (response: ServerResponse, body: object) =>
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

const hello: Answer = (_payload, response) => json(response, { type: 4, data: { content: 'Hi' } });

test('an interaction is answered in the response, and the gateway hears nothing of it', async () => {
  const discord = await openWithCommand();
  const client = await connectClient(discord);
  const events: string[] = [];
  client.on(Events.Raw, ({ t }: { t: string }) => events.push(t));
  expect(await discord.setInteractionsEndpoint(await listen(discord, hello))).toBe(true);
  expect((await discord.as('ada').run('search', { query: 'x' })).content).toBe('Hi');

  expect(await discord.setInteractionsEndpoint(undefined)).toBe(true);
  discord.as('ada').command('search', { query: 'x' });
  await expect.poll(() => events).toEqual(['INTERACTION_CREATE']);
});

test('an interaction is answered by the callback, before or after a 202', async () => {
  const discord = await openWithCommand();
  const call = ({ id, token }: { id: string; token: string }) =>
    request(discord, 'POST', `/interactions/${id}/${token}/callback`, {
      type: 4,
      data: { content: 'By callback' },
    });
  let isFirst = true;
  const url = await listen(discord, async (payload, response) => {
    if (isFirst) await call(payload);
    response.writeHead(202).end();
    if (!isFirst) await call(payload);
    isFirst = false;
  });
  expect(await discord.setInteractionsEndpoint(url)).toBe(true);
  const ada = discord.as('ada');
  expect((await ada.run('search', { query: 'x' })).content).toBe('By callback');
  expect((await ada.run('search', { query: 'x' })).content).toBe('By callback');
});

test('suggestions come in the response, too', async () => {
  const discord = await openWithCommand();
  const url = await listen(discord, (_payload, response) =>
    json(response, { type: 8, data: { choices: [{ name: 'Mao', value: 'mao' }] } }),
  );
  await discord.setInteractionsEndpoint(url);
  expect(await discord.as('ada').autocomplete('search', 'query', 'm')).toHaveLength(1);
});

test.each<[string, Answer]>([
  ['another status', (_payload, response) => response.writeHead(500).end()],
  ['no body', (_payload, response) => response.writeHead(200).end()],
  [
    'an answer that breaks the rules',
    (_payload, response) => json(response, { type: 4, data: {} }),
  ],
  ['a lost connection', (_payload, response) => response.destroy()],
])('with %s the application did not respond', async (_name, answer) => {
  const discord = await openWithCommand();
  await discord.setInteractionsEndpoint(await listen(discord, answer));
  expect((await discord.as('ada').command('search', { query: 'x' })).state).toBe('failed');
});

test('an address is taken by REST, unless it takes wrong signatures for right', async () => {
  const discord = await openWithCommand();
  const set = (url: string | null) =>
    request(discord, 'PATCH', '/applications/@me', { interactions_endpoint_url: url });
  const careless = await listen(discord, hello, false);
  for (const url of [careless, 'http://127.0.0.1:9/interactions']) {
    const refused = await set(url);
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 50035, errors: { interactions_endpoint_url: {} } },
    });
  }
  const url = await listen(discord, hello);
  expect((await set(url)).body).toMatchObject({
    interactions_endpoint_url: url,
    verify_key: discord.publicKey,
  });
  expect((await set(null)).body.interactions_endpoint_url).toBeNull();
});
