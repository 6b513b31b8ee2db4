import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connect } from '../support/assistant.ts';
import { freePort } from '../support/free-port.ts';
import { BARE, endWithTest, QUIET, ROOT } from '../support/process.ts';
import { writeCorpus } from '../support/room.ts';
import { coverage, documents, pages } from './fixtures.ts';

const SCRIPT = join(ROOT, 'scripts', 'mcp.ts');

/** What the process finds in its environment: a corpus with texts, and a folder of its own. */
async function environment(given: Record<string, string> = {}) {
  const { folder, path } = await writeCorpus(documents, coverage, [], pages);
  const env = { ...BARE, CORPUS: path, DATABASE_URL: `file:${join(folder, 'room.db')}`, ...given };
  return { folder, env };
}

/** Starts it and waits for its end; lines that are given are all that it has to read. */
async function run(env: Record<string, string>, lines?: readonly object[]) {
  const child = endWithTest(spawn(process.execPath, [QUIET, SCRIPT], { env }));
  child.stdin.on('error', () => {});
  if (lines)
    child.stdin.end(
      lines.map((line) => `${JSON.stringify({ jsonrpc: '2.0', ...line })}\n`).join(''),
    );
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { stdout, stderr, code };
}

const INITIALIZE = {
  id: 0,
  method: 'initialize',
  params: {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '0' },
  },
};
const SEARCH = { name: 'search', arguments: { query: 'marines' } };

describe('npm run mcp', () => {
  test('serves the assistant that starts it, with texts, and opens no store', async () => {
    const { folder, env } = await environment();
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [QUIET, SCRIPT],
      env,
      stderr: 'ignore',
    });
    const { client, call } = await connect(transport);
    onTestFinished(() => client.close());
    expect((await call('search', { query: 'marines' })).told.results[0]?.id).toBe('marines');
    await expect
      .poll(async () => (await call('search', { query: 'brigade' })).told.results[0]?.page?.label)
      .toBe('p. 413');
    expect(await readdir(folder)).not.toContain('room.db');
  });

  test('answers what was asked before the end of input, with nothing but the protocol on its output', async () => {
    const { env } = await environment();
    const asked = Array.from({ length: 8 }, (_, index) => ({
      id: index + 1,
      method: 'tools/call',
      params: SEARCH,
    }));
    const { stdout, code } = await run(env, [
      INITIALIZE,
      { method: 'notifications/initialized' },
      ...asked,
    ]);
    expect(code).toBe(0);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 9 }, (_, index) => index),
    );
    expect(answers.every(({ result }) => result && !result.isError)).toBe(true);
  });

  test('ends with what is wrong with its corpus', async () => {
    const { folder, env } = await environment();
    const broken = join(folder, 'broken.jsonl');
    await writeFile(broken, '{"id":1}\n');
    const { code, stdout, stderr } = await run({ ...env, CORPUS: broken });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('broken.jsonl');
    const alone = await run({ ...env, CORPUS: broken }, []);
    expect({ code: alone.code, stdout: alone.stdout }).toEqual({ code: 1, stdout: '' });
    expect(alone.stderr).toContain('broken.jsonl');
  });

  test('says that OpenSearch can’t be reached, and not that nothing is there', async () => {
    const { env } = await environment({ SEARCH_URL: `http://127.0.0.1:${await freePort()}` });
    const { stdout, code } = await run(env, [
      INITIALIZE,
      { id: 1, method: 'tools/call', params: SEARCH },
    ]);
    expect(code).toBe(0);
    const [, answer] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answer.result.isError).toBe(true);
    expect(answer.result.content[0].text).toMatch(/can’t be reached.*not an empty result/);
  });

  test('serves by HTTP with a token, until it is told to stop', async () => {
    const port = await freePort();
    const { env } = await environment({ MCP_PORT: String(port), MCP_TOKEN: 'a-secret' });
    const child = endWithTest(
      spawn(process.execPath, [QUIET, SCRIPT], { env, stdio: ['ignore', 'pipe', 'pipe'] }),
    );
    let log = '';
    child.stderr.on('data', (chunk) => {
      log += chunk;
    });
    const url = new URL(`http://127.0.0.1:${port}/mcp`);
    await expect.poll(() => log).toContain('serving assistants');
    expect((await fetch(url, { method: 'POST' })).status).toBe(401);
    const headers = { Authorization: 'Bearer a-secret' };
    const { client, call } = await connect(
      new StreamableHTTPClientTransport(url, { requestInit: { headers } }) as Transport,
    );
    expect((await call('search', { query: 'marines' })).told.total).toBe(1);
    await client.close();
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(log).not.toContain('a-secret');
  });
});
