import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/sqlite/open-store.ts';

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

describe('store', () => {
  test('keeps a question over a restart, exactly as it was', async () => {
    const path = join(folder, 'new', 'folder', 'room.db');
    const first = await openStore(path);
    const id = await first.views.keep(view);
    await first.close();

    const second = await openStore(path);
    expect(await second.views.find(id)).toEqual({ ...view, id });
    expect(await second.views.find('unknown')).toBeUndefined();
    await second.close();
  });

  test('forgets what was kept before the moment, and nothing else', async () => {
    const store = await openStore(join(folder, 'room.db'));
    const old = await store.views.keep(view);
    const young = await store.views.keep({ ...view, createdAt: new Date('2026-03-01') });
    await store.views.forgetBefore(new Date('2026-02-01'));
    expect(await store.views.find(old)).toBeUndefined();
    expect(await store.views.find(young)).toBeDefined();
    await store.close();
  });

  test('marks a draw once, for its channel alone, and puts back what it is told to', async () => {
    const store = await openStore(join(folder, 'room.db'));
    expect(await store.draws.mark('here', 'a')).toBe(true);
    expect(await store.draws.mark('here', 'a')).toBe(false);
    expect(await store.draws.mark('there', 'a')).toBe(true);
    expect(await store.draws.mark('here', 'b')).toBe(true);
    const many = Array.from({ length: 2500 }, (_, index) => `other-${index}`);
    await store.draws.putBack('here', [...many, 'a']);
    expect(await store.draws.seen('here')).toEqual(new Set(['b']));
    expect(await store.draws.seen('there')).toEqual(new Set(['a']));
    await store.close();
  });

  test('makes a list once for an interaction, whichever of two instances is first', async () => {
    const path = join(folder, 'room.db');
    const [one, other] = [await openStore(path), await openStore(path)];
    const list = { scope: 'guild:1', name: 'Talks', createdBy: '1', createdIn: 'i1' };
    const made = await Promise.all([one, other].map(({ lists }) => lists.create(list, new Date())));
    expect(made.map((each) => each?.id)).toEqual([1, 1]);
    expect(await other.lists.create({ ...list, createdIn: 'i2' }, new Date())).toBeUndefined();
    await one.close();
    await other.close();
  });

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
    const id = await store.views.keep(view);
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
