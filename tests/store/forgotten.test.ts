import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/sqlite/open-store.ts';
import {
  BELONGING_TABLES,
  personColumns,
  serverColumns,
  typedColumns,
} from '../../src/store/tables/belongings.ts';
import { doEverything } from '../support/person-everywhere.ts';

const user = '100000000000000001';
const guild = '200000000000000001';

/** Tables that hold nothing of people or servers, and that nobody fills in the test. */
const OTHERS = ['leases', 'kysely_migration', 'kysely_migration_lock'];

/** The columns in which some text stands, `table.column` each. */
function columnsWith(path: string, text: string): { found: string[]; empty: string[] } {
  const sqlite = new Database(path, { readonly: true });
  const tables = sqlite
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[];
  const found = tables.flatMap((table) => {
    const columns = sqlite.prepare(`select name from pragma_table_info(?)`).pluck().all(table);
    return (columns as string[]).flatMap((column) => {
      const query = `select count(*) from "${table}" where cast("${column}" as text) like ?`;
      return sqlite.prepare(query).pluck().get(`%${text}%`) ? [`${table}.${column}`] : [];
    });
  });
  const empty = tables.filter(
    (table) => !sqlite.prepare(`select count(*) from "${table}"`).pluck().get(),
  );
  sqlite.close();
  return { found, empty: empty.filter((table) => !OTHERS.includes(table)) };
}

const columnsOf = (
  ...kinds: ((table: (typeof BELONGING_TABLES)[number]) => { column: string }[])[]
) =>
  BELONGING_TABLES.flatMap((table) =>
    kinds.flatMap((of) => of(table).map(({ column }) => `${table}.${column}`)),
  ).toSorted();

test('whoever is forgotten stands in no column of any table, and in no file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
  const path = join(folder, 'room.db');
  const store = await openStore(path);
  await doEverything(store, { user, other: '100000000000000002', guild });
  await store.departures.note(new Set());
  const before = columnsWith(path, user);
  // A new table has to be filled here, or it could hold people without being noticed.
  expect(before.empty).toEqual([]);
  expect(before.found.toSorted()).toEqual(columnsOf(personColumns, typedColumns));
  expect(columnsWith(path, guild).found.toSorted()).toEqual(columnsOf(serverColumns));

  await store.people.forget(user);
  expect(columnsWith(path, user).found).toEqual([]);
  await store.departures.forget(0);
  expect(columnsWith(path, guild).found).toEqual([]);
  await store.close();
  for (const file of await readdir(folder)) {
    expect((await readFile(join(folder, file))).includes(user), file).toBe(false);
  }
});
