import { describe, expect, onTestFinished, test } from 'vitest';
import { createReadiness } from '../../src/health/readiness.ts';
import { serveHealth } from '../../src/health/server.ts';
import { freePort } from '../support/free-port.ts';
import { recordLog } from '../support/recorded-log.ts';

const READY = { discord: 'ready', archive: 'ready', store: 'ready' };

function open(withinMs?: number) {
  const { log, lines } = recordLog();
  const readiness = createReadiness(log, withinMs);
  for (const part of ['discord', 'archive', 'store'] as const) readiness.watch(part, () => true);
  return { readiness, lines };
}

describe('readiness', () => {
  test('has all parts starting at first', async () => {
    const { log } = recordLog();
    expect(await createReadiness(log).read()).toEqual({
      ready: false,
      parts: { discord: 'starting', archive: 'starting', store: 'starting' },
    });
  });

  test('names the part that says no, that rejects, or that doesn’t answer', async () => {
    const { readiness } = open(20);
    expect(await readiness.read()).toEqual({ ready: true, parts: READY });
    readiness.watch('discord', () => false);
    readiness.watch('archive', () => new Promise(() => {}));
    readiness.watch('store', async () => {
      throw new Error('postgres://user:secret@host');
    });
    expect(await readiness.read()).toEqual({
      ready: false,
      parts: { discord: 'failing', archive: 'no answer', store: 'failing' },
    });
  });

  test('does not begin a check again while it hangs, and takes its answer when it comes', async () => {
    const { readiness } = open(20);
    let begun = 0;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    readiness.watch('archive', () => {
      begun += 1;
      return promise;
    });
    await Promise.all([readiness.read(), readiness.read()]);
    expect((await readiness.read()).parts.archive).toBe('no answer');
    expect(begun).toBe(1);
    resolve(true);
    expect((await readiness.read()).ready).toBe(true);
  });

  test('ends as soon as nothing new is taken', async () => {
    const { readiness } = open();
    readiness.stop();
    expect(await readiness.read()).toEqual({
      ready: false,
      parts: { ...READY, discord: 'stopping' },
    });
  });

  test('is logged when it changes, once', async () => {
    const { readiness, lines } = open();
    await readiness.read();
    readiness.watch('store', () => false);
    await readiness.read();
    await readiness.read();
    readiness.watch('store', () => true);
    await readiness.read();
    expect(lines.map(({ msg, part }) => [msg, part])).toEqual([
      ['no longer ready', 'store'],
      ['ready', 'store'],
    ]);
  });
});

describe('the health server', () => {
  const serve = async (readiness = open().readiness) => {
    const port = await freePort();
    const metrics = async () => ({ type: 'text/plain; version=0.0.4', text: 'one 1\n' });
    const server = await serveHealth(
      { port, host: '127.0.0.1' },
      { readiness: readiness.read, metrics },
    );
    onTestFinished(server.close);
    return {
      port,
      get: (path: string, method = 'GET') => fetch(`http://127.0.0.1:${port}${path}`, { method }),
    };
  };

  test('tells that it lives, whether it is ready, and its figures', async () => {
    const { readiness } = open();
    const { get } = await serve(readiness);
    expect((await get('/live')).status).toBe(200);
    expect((await get('/ready?from=somewhere')).status).toBe(200);
    expect(await (await get('/metrics')).text()).toBe('one 1\n');
    readiness.watch('archive', () => false);
    const unready = await get('/ready');
    expect(unready.status).toBe(503);
    expect(await unready.json()).toEqual({ ready: false, parts: { ...READY, archive: 'failing' } });
    expect((await get('/live')).status).toBe(200);
  });

  test('refuses what it doesn’t have', async () => {
    const { get } = await serve();
    expect((await get('/')).status).toBe(404);
    expect((await get('/ready', 'POST')).status).toBe(405);
    expect((await get('/ready', 'HEAD')).status).toBe(200);
  });

  test('says what to do about a port that is taken', async () => {
    const { port } = await serve();
    await expect(
      serveHealth(
        { port, host: '127.0.0.1' },
        { readiness: open().readiness.read, metrics: async () => ({ type: '', text: '' }) },
      ),
    ).rejects.toThrow(/can’t listen on 127\.0\.0\.1, port \d+ \(EADDRINUSE\): set HEALTH_PORT/);
  });
});
