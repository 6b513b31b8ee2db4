import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { askedPause } from '../../src/sources/requests/asked-pause.ts';
import { LIMITS, type Limits } from '../../src/sources/requests/limits.ts';
import { openRequests } from '../../src/sources/requests/open-requests.ts';
import { SourceFailure } from '../../src/sources/source-failure.ts';
import { type SourceServer, startSourceServer } from '../support/source-server.ts';
import { makeCertificate } from '../support/untrusted-certificate.ts';

const requestsTo = (server: SourceServer, limits: Partial<Limits> = {}) =>
  openRequests([server.url], 'ReadingRoom/1 (+a@b.example)', {
    ...LIMITS,
    pauseMs: 1,
    ...limits,
  });

const failureOf = (asked: Promise<unknown>): Promise<SourceFailure> =>
  asked.then(
    () => {
      throw new Error('it should have failed');
    },
    (error) => {
      expect(error).toBeInstanceOf(SourceFailure);
      return error;
    },
  );

test('a server learns who asks and how to reach them', async () => {
  const server = await startSourceServer();
  server.answer = (_, response) => response.end('hello');
  const answer = await requestsTo(server).get(`${server.url}/a`, { headers: { accept: 'text/x' } });
  expect(await answer.text()).toBe('hello');
  expect(server.requests[0]?.headers).toMatchObject({
    'user-agent': 'ReadingRoom/1 (+a@b.example)',
    accept: 'text/x',
  });
});

test('what isn’t there is said, without the query of its address', async () => {
  const server = await startSourceServer();
  const { message } = await failureOf(requestsTo(server).get(`${server.url}/a?key=SECRET`));
  expect(message).toBe(`${server.url}/a isn’t there any more, or never was (404).`);
  expect(server.requests).toHaveLength(1);
});

test('only hosts that the source names are asked', async () => {
  const [server, other] = [await startSourceServer(), await startSourceServer()];
  const requests = requestsTo(server);
  await failureOf(requests.get(other.url));
  const secure = openRequests([server.url.replace('http:', 'https:')], 'x');
  expect((await failureOf(secure.get(server.url))).message).toContain('isn’t asked');
  expect(server.requests).toEqual([]);
  expect(other.requests).toEqual([]);
});

test('a redirect is followed on the same host, and never to another', async () => {
  const [server, other] = [await startSourceServer(), await startSourceServer()];
  server.answer = ({ url }, response) => {
    if (url === '/old') response.writeHead(301, { location: '/new' }).end();
    else if (url === '/away') response.writeHead(302, { location: `${other.url}/x?k=S` }).end();
    else if (url === '/round') response.writeHead(302, { location: '/round' }).end();
    else if (url === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    else response.end(url);
  };
  const requests = requestsTo(server);
  const answer = await requests.get(`${server.url}/old`);
  expect(await answer.text()).toBe('/new');
  const { message } = await failureOf(requests.get(`${server.url}/away`));
  expect(message).toBe(
    `${server.url}/away redirects to ${other.url}/x, which isn’t followed. If that is right, name that address in the sources.`,
  );
  expect((await failureOf(requests.get(`${server.url}/round`))).message).toContain(
    'without an end',
  );
  expect((await failureOf(requests.get(`${server.url}/file`))).message).toContain('isn’t followed');
  expect(other.requests).toEqual([]);
});

test('a server that is busy is asked again after the pause that it names', async () => {
  const server = await startSourceServer();
  const times: number[] = [];
  server.answer = (_, response) => {
    times.push(performance.now());
    if (times.length === 1) response.writeHead(429, { 'retry-after': '1' }).end();
    else if (times.length === 2) response.writeHead(503).end();
    else response.end('at last');
  };
  expect(await (await requestsTo(server).get(server.url)).text()).toBe('at last');
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(990);
  expect(times).toHaveLength(3);
});

test('a Backoff of a good answer holds for the next question', async () => {
  const server = await startSourceServer();
  const times: number[] = [];
  server.answer = (_, response) => {
    times.push(performance.now());
    response.writeHead(200, times.length === 1 ? { backoff: '1' } : {}).end('x');
  };
  const requests = requestsTo(server);
  for (let at = 0; at < 2; at += 1) await (await requests.get(server.url)).text();
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(990);
});

test('a pause that is too long is left to the next turn, which isn’t before it', async () => {
  const server = await startSourceServer();
  server.answer = (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end();
  const requests = requestsTo(server);
  const failure = await failureOf(requests.get(server.url));
  expect(failure.message).toContain('asks to be left alone until');
  const seconds = ((requests.notBefore()?.getTime() ?? 0) - Date.now()) / 1000;
  expect(seconds).toBeGreaterThan(3500);
  expect(server.requests).toHaveLength(1);
});

test('a server that stays busy is given up', async () => {
  const server = await startSourceServer();
  server.answer = (_, response) => response.writeHead(503).end();
  const { message } = await failureOf(requestsTo(server).get(server.url));
  expect(message).toContain('(503)');
  expect(server.requests).toHaveLength(1 + LIMITS.repetitions);
});

test('a body without an end, one that is silent and one that drips are given up', async () => {
  const server = await startSourceServer();
  const path = join(await mkdtemp(join(tmpdir(), 'body-')), 'body');
  server.answer = ({ url }, response) => {
    const pour = () => {
      while (url === '/endless' && response.write('x'.repeat(4096)));
    };
    response.on('drain', pour);
    if (url === '/endless') pour();
    else if (url === '/silent') response.write('a');
    else {
      const timer = setInterval(() => response.write('b'), 10);
      response.on('close', () => clearInterval(timer));
    }
  };
  const requests = () => requestsTo(server, { answerBytes: 100_000, idleMs: 200, answerMs: 500 });
  const read = async (what: string) =>
    failureOf((await requests().get(`${server.url}/${what}`)).save(path));
  expect((await read('endless')).message).toContain('more than may be read');
  expect((await read('silent')).message).toContain('silent');
  expect((await read('dripping')).message).toContain('too long');
  expect((await readFile(path)).length).toBeLessThan(200_000);
});

test('a packed body counts by what it unpacks to', async () => {
  const server = await startSourceServer();
  const { gzipSync } = await import('node:zlib');
  const bomb = gzipSync(Buffer.alloc(5_000_000));
  server.answer = (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
  const answer = await requestsTo(server, { answerBytes: 1_000_000 }).get(server.url);
  expect((await failureOf(answer.text())).message).toContain('more than may be read');
});

test('half an answer is none', async () => {
  const server = await startSourceServer();
  server.answer = (_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  };
  const answer = await requestsTo(server).get(server.url);
  expect((await failureOf(answer.text())).message).toContain('cut off in the middle');
});

test('a connection that ends before any answer is tried once more', async () => {
  const server = await startSourceServer();
  server.answer = (request, response) => {
    if (server.requests.length === 1) request.socket.destroy();
    else response.end('second');
  };
  expect(await (await requestsTo(server).get(server.url)).text()).toBe('second');
});

test('nobody is asked whose certificate isn’t trusted', async () => {
  const server = createServer(makeCertificate(), (_, response) => response.end('secret'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { message } = await failureOf(openRequests([url], 'x').get(url));
  expect(message).toMatch(/its certificate isn’t trusted \([A-Z_]+\)\.$/);
});

test.each([
  ['120', 120_000],
  ['Fri, 02 Jan 1970 00:00:00 GMT', 86_400_000],
  ['soon', null],
  ['-5', null],
  // A date in a year that no state file could hold, and a pause of 31 years.
  ['Fri, 31 Dec 99999 23:59:59 GMT', 7 * 24 * 3_600_000],
  ['999999999', 7 * 24 * 3_600_000],
  ['9'.repeat(400), 7 * 24 * 3_600_000],
])('Retry-After: %s', (text, expected) => {
  expect(askedPause(new Headers({ 'retry-after': text }), 0)).toBe(expected);
});

test('the later of Retry-After and Backoff holds', () => {
  expect(askedPause(new Headers({ 'retry-after': '1', backoff: '9' }), 0)).toBe(9000);
});
