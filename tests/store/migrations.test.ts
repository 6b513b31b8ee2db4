import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { migrations } from '../../src/store/migrations/index.ts';
import { openStore } from '../../src/store/sqlite/open-store.ts';
import { drawElsewhere } from '../support/process.ts';

/** A database as the version left it that knew only the first so many migrations. */
async function databaseAfter(known: number): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'reading-room-')), 'room.db');
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(path) }) });
  const earlier = Object.fromEntries(Object.entries(migrations).slice(0, known));
  const migrator = new Migrator({ db, provider: { getMigrations: async () => earlier } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  await db.destroy();
  return path;
}

test.for(Object.keys(migrations).map((name, index) => [name, index + 1] as const))(
  'a database of the version that ended with %s opens with nothing lost',
  async ([, known]) => {
    const path = await databaseAfter(known);
    const sqlite = new Database(path);
    const view = ['v', 'search', '{"query":"x"}', '1', 1_700_000_000_000];
    sqlite.prepare('insert into views values (?, ?, ?, ?, ?)').run(...view);
    sqlite.prepare('insert into draws (channel, document) values (?, ?)').run('here', 'a');
    sqlite.close();

    const store = await openStore(path);
    expect(await store.views.find('v')).toMatchObject({ command: 'search', input: { query: 'x' } });
    expect(await store.draws.seen('here')).toEqual(new Set(['a']));
    expect(await store.settings.remembersCards('a server')).toBe(true);
    await store.close();
  },
);

test.for([0, 3])('six processes at once migrate a file once (after %i)', async (known) => {
  const folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
  const path = known > 0 ? await databaseAfter(known) : join(folder, 'room.db');
  await Promise.all(Array.from({ length: 6 }, () => drawElsewhere(`file:${path}`)));
  const sqlite = new Database(path, { readonly: true });
  expect(sqlite.prepare('select name from kysely_migration order by name').all()).toEqual(
    Object.keys(migrations).map((name) => ({ name })),
  );
  expect(sqlite.prepare('select * from draws').all()).toHaveLength(6);
  sqlite.close();
});

test('a note of a database that kept no authors has none', async () => {
  const path = await databaseAfter(4);
  const sqlite = new Database(path);
  sqlite.prepare("insert into lists values (1, 'guild:1', 'Talks', 'talks', 'ada', 1, null)").run();
  sqlite
    .prepare("insert into list_items values (1, 'a', 'A', '', 'Somebody’s words', 'ada', 1)")
    .run();
  sqlite.close();
  const store = await openStore(path);
  const [item] = await store.listItems.of(1);
  expect(item).toMatchObject({ note: { text: 'Somebody’s words' }, addedBy: 'ada' });
  expect(item?.note.by).toBeUndefined();
  await store.close();
});

test('a share of a database that kept no times of its own is as old as its process said', async () => {
  const path = await databaseAfter(7);
  const sqlite = new Database(path);
  const enter = sqlite.prepare("insert into shares values (?, 'c', 'c', 'g', 'd', 'f', 'u', ?, 0)");
  enter.run('old', Date.now() - 16 * 60_000);
  enter.run('young', Date.now() - 60_000);
  sqlite.close();
  const store = await openStore(path);
  expect(await store.shares.unconfirmed(15 * 60_000)).toMatchObject([{ message: 'old' }]);
  expect(await store.shares.unconfirmed()).toHaveLength(2);
  await store.close();
});
