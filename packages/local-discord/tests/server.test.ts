import { request as httpRequest } from 'node:http';
import { networkInterfaces } from 'node:os';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startLocalDiscord } from '../src/local-discord.ts';
import { openDiscord } from '../testing/open-discord.ts';

test('a busy port is an error', async () => {
  const { url } = await openDiscord();
  const port = Number(new URL(url).port);
  await expect(startLocalDiscord({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('nobody outside this machine is listened to', async () => {
  const { url } = await openDiscord();
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal);
  const address = outside?.address ?? '127.0.0.2';
  const { port } = new URL(url);
  await expect(fetch(`http://${address}:${port}/control`)).rejects.toThrow('fetch failed');
});

describe('another site', () => {
  const status = (url: string, headers: Record<string, string>) =>
    new Promise((resolve, reject) => {
      const request = httpRequest(url, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
      request.end();
    });

  test.each<[number, Record<string, string>]>([
    [200, {}],
    [200, { Origin: 'http://127.0.0.1:PORT' }],
    [200, { Host: 'localhost:PORT', Origin: 'http://localhost:PORT' }],
    [403, { Host: 'example.org:PORT' }],
    [403, { Host: '127.0.0.1:1' }],
    [403, { Origin: 'http://example.org' }],
    [403, { Origin: 'null' }],
  ])('gets %i with %o', async (expected, headers) => {
    const { url } = await openDiscord();
    const own = Object.entries(headers).map(([name, value]) => [
      name,
      value.replace('PORT', new URL(url).port),
    ]);
    expect(await status(`${url}/control`, Object.fromEntries(own))).toBe(expected);
  });

  test('gets no gateway', async () => {
    const { url } = await openDiscord();
    const socket = new WebSocket(`${url.replace('http', 'ws')}/gateway`, {
      origin: 'http://example.org',
    });
    const error = await new Promise<Error>((resolve) => socket.on('error', resolve));
    expect(error.message).toContain('403');
  });
});
