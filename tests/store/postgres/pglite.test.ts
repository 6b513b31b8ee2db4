import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import { postgresClock } from '../../../src/store/postgres/clock.ts';
import { likeSqlite } from '../../../src/store/postgres/dialect.ts';
import { migrate } from '../../../src/store/postgres/migrate.ts';
import { openTables } from '../../../src/store/tables/open-tables.ts';
import type { Schema } from '../../../src/store/tables/schema.ts';
import { testStore } from '../../contracts/store.ts';

let pglite: PGlite;
let empty: string;
const open = () => new Kysely<Schema>({ dialect: likeSqlite(new PGliteDialect({ pglite })) });

beforeAll(async () => {
  pglite = await PGlite.create();
  await migrate(open(), 'PGlite');
  const { rows } = await pglite.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables
     where schemaname = current_schema() and tablename not like 'kysely%'`,
  );
  empty = `truncate ${rows.map(({ name }) => name).join()} restart identity`;
}, 60_000);
afterAll(() => pglite.close());

testStore('PGlite', async () => {
  // Migrations take longer than emptying what they have made.
  await pglite.exec(empty);
  // It is one for all tests.
  return async () => ({ ...openTables(open(), postgresClock), close: async () => {} });
});
