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
beforeAll(async () => {
  pglite = await PGlite.create();
});
afterAll(() => pglite.close());

let places = 0;

testStore('PGlite', async () => {
  places += 1;
  await pglite.exec(`create schema place_${places}; set search_path to place_${places}`);
  return async () => {
    const db = new Kysely<Schema>({ dialect: likeSqlite(new PGliteDialect({ pglite })) });
    await migrate(db, 'PGlite');
    // It is one for all tests.
    return { ...openTables(db, postgresClock), close: async () => {} };
  };
});
