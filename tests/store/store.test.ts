import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/sqlite/open-store.ts';
import { testStore } from '../contracts/store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
});

const view = {
  command: 'search',
  input: { query: 'Zhou “Enlai”', filter: { words: [] } },
  owner: '1',
  createdAt: new Date('2026-01-01T00:00:00Z'),
};

testStore('SQLite', async () => {
  const path = join(folder, 'contract.db');
  return () => openStore(path);
});

describe('a store in SQLite', () => {
  test('refuses in one sentence a database that a newer version wrote', async () => {
    const path = join(folder, 'room.db');
    await (await openStore(path)).close();
    const sqlite = new Database(path);
    sqlite
      .prepare('insert into kysely_migration (name, timestamp) values (?, ?)')
      .run('9999-from-the-future', '2099-01-01');
    sqlite.close();
    await expect(openStore(path)).rejects.toThrow(/newer version\?/);
  });

  test('waits for a lock without stopping the process', async () => {
    const path = join(folder, 'room.db');
    const store = await openStore(path);
    const other = new Database(path);
    other.exec('begin immediate');
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
      if (ticks === 20) other.exec('commit');
    }, 10);
    const id = await store.views.save(view);
    clearInterval(ticking);
    expect(ticks).toBeGreaterThanOrEqual(20);
    expect(await store.views.find(id)).toBeDefined();
    other.close();
    await store.close();
  });

  test('refuses in one sentence a file that is no database', async () => {
    const path = join(folder, 'room.db');
    await writeFile(path, 'these are not the pages of a database, but a note to oneself');
    await expect(openStore(path)).rejects.toThrow(/DATABASE_URL/);
  });
});
