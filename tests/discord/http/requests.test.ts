import { generateKeyPairSync, sign } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { answerRequest } from '../../../src/discord/http/answer-request.ts';
import { listen } from '../../../src/discord/http/server.ts';
import { createVerifier } from '../../../src/discord/http/verify.ts';
import { recordLog } from '../../support/recorded-log.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const KEY = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
const judge = createVerifier(KEY);

const seconds = (offset = 0) => String(Math.floor(Date.now() / 1000) + offset);

const signature = (timestamp: string, body: string | Buffer) =>
  sign(null, Buffer.concat([Buffer.from(timestamp), Buffer.from(body)]), privateKey).toString(
    'hex',
  );

/** The real server, which notes the interactions that it takes. */
async function open(take: () => Promise<void> = async () => {}, limits?: object) {
  const taken: string[] = [];
  const { log, errors, lines } = recordLog();
  const server = await listen(
    { port: 0, host: '127.0.0.1' },
    (request) =>
      answerRequest(
        request,
        judge,
        async ({ id }) => {
          taken.push(id);
          await take();
        },
        () => new Date(),
      ),
    log,
    limits && { ...LIMITS, ...limits },
  );
  onTestFinished(async () => {
    await server.close(Promise.resolve());
    expect(errors()).toEqual([]);
  });
  const warnings = () => lines.filter(({ level }) => level === 40).map(({ msg }) => msg);
  return { ...server, taken, warnings, url: `http://127.0.0.1:${server.port}/interactions` };
}

const LIMITS = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 75_000,
};

const COMMAND = JSON.stringify({
  id: '1',
  application_id: '2',
  token: 'secret',
  type: 2,
  data: { name: 'about' },
  user: { id: '3' },
});

/** A request as Discord makes it, but for what is given. */
const send = (
  url: string,
  body: string,
  { timestamp = seconds(), ...headers }: Record<string, string> = {},
  method = 'POST',
) =>
  fetch(url, {
    method,
    headers: {
      'X-Signature-Ed25519': signature(timestamp, body),
      'X-Signature-Timestamp': timestamp,
      ...headers,
    },
    ...(method === 'POST' && { body }),
  });

test('a ping is answered with a pong, an interaction with 202 and no body', async () => {
  const { url, taken } = await open();
  const pong = await send(url, JSON.stringify({ type: 1, id: '9' }));
  expect([pong.status, await pong.json()]).toEqual([200, { type: 1 }]);
  expect(pong.headers.get('content-type')).toBe('application/json');
  const accepted = await send(url, COMMAND);
  expect([accepted.status, await accepted.text()]).toEqual([202, '']);
  expect(taken).toEqual(['1']);
});

test.each<[number, string, (url: string) => Promise<Response>]>([
  [401, 'an old timestamp', (url) => send(url, COMMAND, { timestamp: seconds(-301) })],
  [401, 'a timestamp to come', (url) => send(url, COMMAND, { timestamp: seconds(302) })],
  [401, 'no timestamp at all', (url) => send(url, COMMAND, { timestamp: '' })],
  [401, 'a timestamp in words', (url) => send(url, COMMAND, { timestamp: 'now' })],
  [
    401,
    'another timestamp than signed',
    (url) => send(url, COMMAND, { 'X-Signature-Timestamp': seconds(-1) }),
  ],
  [
    401,
    'another key’s signature',
    (url) => {
      const other = generateKeyPairSync('ed25519').privateKey;
      const forged = sign(null, Buffer.from(seconds() + COMMAND), other).toString('hex');
      return send(url, COMMAND, { 'X-Signature-Ed25519': forged });
    },
  ],
  [
    401,
    'half a signature',
    (url) => send(url, COMMAND, { 'X-Signature-Ed25519': 'ab'.repeat(32) }),
  ],
  [
    401,
    'no hexadecimal digits',
    (url) => send(url, COMMAND, { 'X-Signature-Ed25519': 'z'.repeat(128) }),
  ],
  [
    401,
    'a forged ping',
    (url) => send(url, '{"type":1}', { 'X-Signature-Ed25519': 'ab'.repeat(64) }),
  ],
  [400, 'no JSON', (url) => send(url, '{')],
  [400, 'an empty body', (url) => send(url, '')],
  [400, 'no interaction', (url) => send(url, '[]')],
  [400, 'an unknown kind', (url) => send(url, COMMAND.replace('"type":2', '"type":99'))],
  [400, 'nobody who asks', (url) => send(url, COMMAND.replace('"user"', '"nobody"'))],
  [400, 'an id that is none', (url) => send(url, COMMAND.replace('"1"', '"../users"'))],
  [413, 'more than a million bytes', (url) => send(url, `"${'x'.repeat(1_000_000)}"`)],
  [405, 'another method', (url) => send(url, '', {}, 'GET')],
  [404, 'another path', (url) => send(url.replace('interactions', 'metrics'), COMMAND)],
  [404, 'a longer path', (url) => send(`${url}/x`, COMMAND)],
])('%i for %s', async (status, _name, ask) => {
  const { url, taken } = await open();
  const response = await ask(url);
  expect([response.status, await response.text()]).toEqual([status, '']);
  expect(taken).toEqual([]);
  expect((await send(url, COMMAND)).status).toBe(202);
});

test('a machine whose clock is wrong is told so, once its requests are known for Discord’s', async () => {
  const { url, warnings } = await open();
  await send(url, COMMAND, { timestamp: seconds(-301), 'X-Signature-Ed25519': 'ab'.repeat(64) });
  expect(warnings()).toEqual([]);
  await send(url, COMMAND, { timestamp: seconds(-301) });
  expect(warnings()).toEqual([expect.stringContaining('is its clock right?')]);
});

test('413 for a body without a length, while it still comes', async () => {
  const { url } = await open();
  const status = await new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: 'POST' }, (response) => {
      resolve(response.statusCode);
      request.destroy();
    });
    request.on('error', reject);
    request.write(Buffer.alloc(1_100_000));
  });
  expect(status).toBe(413);
});

test('no single bit of a signed request can be changed', () => {
  const now = new Date();
  const stamp = String(Math.floor(now.getTime() / 1000));
  const anyBody = fc
    .uint8Array({ minLength: 1, maxLength: 200 })
    .map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(anyBody, fc.nat(), fc.nat({ max: 7 }), (body, place, bit) => {
      const right = signature(stamp, body);
      const request = { signature: right, timestamp: stamp, body };
      expect(judge(request, now)).toBe('right');
      const flip = (bytes: Buffer) => {
        const changed = Buffer.from(bytes);
        changed[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ (1 << bit);
        return changed;
      };
      expect(judge({ ...request, body: flip(body) }, now)).toBe('forged');
      const forged = flip(Buffer.from(right, 'hex')).toString('hex');
      expect(judge({ ...request, signature: forged }, now)).toBe('forged');
    }),
  );
});

test('a request that doesn’t come to its end is cut off', async () => {
  const limits = { requestTimeout: 300, headersTimeout: 300, connectionsCheckingInterval: 50 };
  const { port } = await open(undefined, limits);
  const socket = connect(port, '127.0.0.1');
  socket.write('POST /interactions HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part);
  expect(Buffer.concat(parts).toString()).toMatch(/^HTTP\/1\.1 408/);
});

test('once it closes, what is under way is answered and nothing else is taken', async () => {
  const answer = Promise.withResolvers<void>();
  const { url, taken, close } = await open(() => answer.promise);
  const underWay = send(url, COMMAND);
  await expect.poll(() => taken).toHaveLength(1);
  let isClosed = false;
  const closing = close(answer.promise).then(() => {
    isClosed = true;
  });
  await expect(send(url, COMMAND)).rejects.toThrow();
  await wait(0);
  expect(isClosed).toBe(false);
  answer.resolve();
  const response = await underWay;
  expect([response.status, response.headers.get('connection')]).toEqual([202, 'close']);
  await closing;
  expect(taken).toHaveLength(1);
});
