import { request } from 'node:http';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBoundedCalls } from '../../src/assistants/bounded-calls.ts';
import { serveHttp } from '../../src/assistants/http/serve-http.ts';
import { createSessions } from '../../src/assistants/http/sessions.ts';
import type { Archive } from '../../src/search/archive.ts';
import { forwardTo } from '../../src/search/forward.ts';
import { archiveOf } from '../support/archives.ts';
import { connect, sharedOn } from '../support/assistant.ts';
import { documents } from './fixtures.ts';

const TOKEN = 'a-secret';
const archive = archiveOf(documents);

async function open(given: Archive = archive) {
  const shared = sharedOn(given);
  const server = await serveHttp({ port: 0, token: TOKEN }, shared);
  onTestFinished(server.close);
  return server;
}

async function enter(url: string) {
  const headers = { Authorization: `Bearer ${TOKEN}` };
  const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } });
  const assistant = await connect(transport as Transport);
  onTestFinished(() => assistant.client.close());
  return { ...assistant, transport };
}

const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '0' },
  },
};
const RIGHT = {
  Authorization: `Bearer ${TOKEN}`,
  Accept: 'application/json, text/event-stream',
  'Content-Type': 'application/json',
};

/** A request with headers that a browser, or `fetch`, would not let anybody set. */
function send(
  url: string,
  headers: Record<string, string>,
  body: string = JSON.stringify(INITIALIZE),
  method = 'POST',
): Promise<{ status: number | undefined; session: string; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number | undefined;
    session: string;
    body: string;
  }>();
  const sent = request(url, { method, headers }, (response) => {
    let said = '';
    response.on('data', (chunk) => {
      said += chunk;
    });
    response.on('end', () =>
      resolve({
        status: response.statusCode,
        session: String(response.headers['mcp-session-id'] ?? ''),
        body: said,
      }),
    );
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

describe('assistants by HTTP', () => {
  test('ask as others do', async () => {
    const { url } = await open();
    const { call, client } = await enter(url);
    expect((await client.listTools()).tools).toHaveLength(6);
    expect((await call('search', { query: 'marines' })).told.results[0]?.id).toBe('marines');
  });

  test('that have no token, or another one, are told nothing', async () => {
    const { url } = await open();
    const { Authorization, ...without } = RIGHT;
    for (const authorization of [
      undefined,
      '',
      TOKEN,
      'Bearer',
      'Bearer a-secreT',
      `Basic ${TOKEN}`,
      `${Authorization} `.repeat(2),
    ]) {
      const headers = authorization === undefined ? without : { ...without, authorization };
      const { status, body } = await send(url, headers);
      expect(status, authorization).toBe(401);
      expect(body).not.toContain('reading-room');
    }
    expect((await send(url, RIGHT)).status).toBe(200);
  });

  test('that come from another site’s page, or under another name, are refused', async () => {
    const { url } = await open();
    const { host } = new URL(url);
    const judge = async (headers: Record<string, string>) =>
      (await send(url, { ...RIGHT, ...headers })).status;
    expect(await judge({ Host: 'archive.evil.example' })).toBe(403);
    expect(await judge({ Host: '127.0.0.1.evil.example' })).toBe(403);
    expect(await judge({ Host: `evil.example@${host}` })).toBe(403);
    expect(await judge({ Origin: 'https://evil.example' })).toBe(403);
    expect(await judge({ Origin: 'null' })).toBe(403);
    expect(await judge({ Origin: 'http://127.0.0.1:1' })).toBe(403);
    expect(await judge({ Origin: `http://${host}` })).toBe(200);
    expect(await judge({ Host: host.replace('127.0.0.1', 'localhost') })).toBe(200);
  });

  test('that send too much, or what is no message, are refused, and others are served', async () => {
    const { url } = await open();
    expect((await send(url, RIGHT, ' '.repeat(300_000))).status).toBe(413);
    expect((await send(url, RIGHT, '{"jsonrpc":')).status).toBe(400);
    expect((await send(url, RIGHT, '[]')).status).toBeGreaterThanOrEqual(400);
    expect((await send(url, { ...RIGHT, 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await send(url, RIGHT, '', 'GET')).status).toBe(405);
    expect((await send(url, RIGHT, '', 'OPTIONS')).status).toBe(405);
    expect((await send(url.replace('/mcp', '/other'), RIGHT)).status).toBe(404);
    const early = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    expect((await send(url, RIGHT, early)).status).toBe(400);
    expect((await send(url, { ...RIGHT, 'Mcp-Session-Id': 'unknown' }, early)).status).toBe(404);
    expect((await enter(url)).client.getServerVersion()?.name).toBe('reading-room');
  });

  test('can leave, and their session is gone', async () => {
    const { url } = await open();
    const { transport } = await enter(url);
    const session = transport.sessionId ?? '';
    await transport.terminateSession();
    const asked = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    expect((await send(url, { ...RIGHT, 'Mcp-Session-Id': session }, asked)).status).toBe(404);
  });

  test('that cancel a question leave no connection waiting, and go on', async () => {
    let isHeld = true;
    const asked = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const { url } = await open(
      forwardTo(async ({ method, args }) => {
        if (isHeld) {
          asked.resolve();
          await released.promise;
        }
        return (archive[method] as (...args: unknown[]) => Promise<unknown>)(...args);
      }),
    );
    const { call, transport } = await enter(url);
    const session = { ...RIGHT, 'Mcp-Session-Id': transport.sessionId ?? '' };
    const params = { name: 'search', arguments: { query: 'marines' } };
    const waiting = send(
      url,
      session,
      JSON.stringify({ jsonrpc: '2.0', id: 77, method: 'tools/call', params }),
    );
    await asked.promise;
    const cancelled = { method: 'notifications/cancelled', params: { requestId: 77 } };
    await send(url, session, JSON.stringify({ jsonrpc: '2.0', ...cancelled }));
    expect((await waiting).body).not.toContain('result');
    isHeld = false;
    released.resolve();
    expect((await call('search', { query: 'marines' })).told.total).toBe(1);
  });
});

describe('sessions', () => {
  test('are so many: the one longest idle makes room, and its assistant begins anew', async () => {
    const limits = { sessions: 2, idleMs: 60_000, bodyBytes: 10_000 };
    const { url, close } = await serveSessions(limits);
    onTestFinished(close);
    const ids: string[] = [];
    for (let one = 0; one < 3; one += 1) ids.push((await send(url, RIGHT)).session);
    expect(new Set(ids).size).toBe(3);
    const list = JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/list' });
    const statuses = [];
    for (const id of ids)
      statuses.push((await send(url, { ...RIGHT, 'Mcp-Session-Id': id }, list)).status);
    expect(statuses).toEqual([404, 200, 200]);
  });

  test('that ask nothing for long end', async () => {
    const { url, close } = await serveSessions({ sessions: 9, idleMs: 0, bodyBytes: 10_000 });
    onTestFinished(close);
    const { session } = await send(url, RIGHT);
    await expect
      .poll(async () => {
        const list = JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/list' });
        return (await send(url, { ...RIGHT, 'Mcp-Session-Id': session }, list)).status;
      })
      .toBe(404);
  });
});

/** Sessions behind a server that lets everything through. */
async function serveSessions(limits: Parameters<typeof createSessions>[1]) {
  const { createServer } = await import('node:http');
  const sessions = createSessions(
    sharedOn(archive, { calls: createBoundedCalls(async () => archive) }),
    limits,
  );
  const server = createServer(async (asked, response) => {
    const refused = await sessions.answer(asked, response);
    if (refused) response.writeHead(refused.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    async close() {
      await sessions.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
