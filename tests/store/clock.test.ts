import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { openStore as openFile } from '../../src/store/sqlite/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createDatabase, noPostgres } from '../support/postgres.ts';

const HOUR_MS = 60 * 60 * 1000;

/** What a process does whose own clock is wrong by so much. */
async function withClockOff<Value>(ms: number, work: () => Promise<Value>): Promise<Value> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}

/** Leases of a process don't depend on its clock, nor on the others'. */
async function expectOneClock(store: Store): Promise<void> {
  onTestFinished(store.close);
  const { leases, dayPosts } = store;
  for (const ms of [-2 * HOUR_MS, 2 * HOUR_MS]) {
    const name = `off by ${ms}`;
    const claimed = await withClockOff(ms, async () => {
      expect(await leases.take(name, 'a', HOUR_MS)).toBe(true);
      return dayPosts.claim('g', name, HOUR_MS);
    });
    expect(Math.abs(Date.now() - (claimed?.begunAt.getTime() ?? 0))).toBeLessThan(HOUR_MS);
    expect(await leases.take(name, 'b', HOUR_MS)).toBe(false);
    expect(await dayPosts.claim('g', name, HOUR_MS)).toBeUndefined();
    await withClockOff(-ms, async () => {
      expect(await leases.take(name, 'b', HOUR_MS)).toBe(false);
      expect(await dayPosts.claim('g', name, HOUR_MS)).toBeUndefined();
    });
  }
}

test('a share is old enough to be looked for by the clock of the database that has it', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'reading-room-')), 'room.db');
  let now = 0;
  const { shares, close } = await openFile(path, () => sql<number>`${sql.lit(now)}`);
  onTestFinished(close);
  const of = { channel: 'c', parent: 'c', scope: 'g', document: 'd', fingerprint: 'f', user: 'u' };
  await shares.begin({ ...of, message: 'i1', at: new Date() });
  now = 15 * 60_000 - 1;
  expect(await shares.unconfirmed(15 * 60_000)).toEqual([]);
  now += 1;
  expect(await shares.unconfirmed(15 * 60_000)).toHaveLength(1);
});

describe('leases go by the database’s clock', () => {
  test('in a file', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'reading-room-')), 'room.db');
    await expectOneClock(await openStore({ kind: 'sqlite', path }));
  });

  test.skipIf(noPostgres)('on a server', async () => {
    const url = await createDatabase();
    await expectOneClock(await openStore({ kind: 'postgres', url }));
  });
});
