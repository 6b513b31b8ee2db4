import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Pool } from 'pg';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../../src/store/migrations/index.ts';
import { likeSqlite } from '../../../src/store/postgres/dialect.ts';
import { requireVersion } from '../../../src/store/postgres/migrate.ts';
import { openStore } from '../../../src/store/postgres/open-store.ts';
import { askServer, createDatabase, noPostgres } from '../../support/postgres.ts';
import { drawElsewhere } from '../../support/process.ts';

/** Brings a database as far as the version did that knew only the first so many migrations. */
async function migrateTo(known: number, url: string): Promise<void> {
  const dialect = likeSqlite(new PostgresDialect({ pool: new Pool({ connectionString: url }) }));
  const db = new Kysely<unknown>({ dialect });
  const earlier = Object.fromEntries(Object.entries(migrations).slice(0, known));
  const provider = { getMigrations: async () => earlier };
  const migrator = new Migrator({ db, provider, migrationTableSchema: 'public' });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  await db.destroy();
}

const migrated = (url: string) =>
  askServer<{ name: string }>('select name from kysely_migration order by name', url);

describe.skipIf(noPostgres)('migrations on a server', () => {
  test.for(Object.keys(migrations).map((name, index) => [name, index + 1] as const))(
    'begin after %s where a database was left there, with nothing lost',
    async ([, known]) => {
      const url = await createDatabase();
      await migrateTo(known, url);
      await askServer(
        `insert into views values ('v', 'search', '{"query":"x"}', '1', 1700000000000);
         insert into draws values ('here', 'a')`,
        url,
      );
      const store = await openStore(url);
      expect(await store.views.find('v')).toMatchObject({ input: { query: 'x' } });
      expect(await store.draws.seen('here')).toEqual(new Set(['a']));
      await store.close();
      expect(await migrated(url)).toHaveLength(Object.keys(migrations).length);
    },
  );

  test.for([0, 3])('by six processes at once are done once (after %i)', async (known) => {
    const url = await createDatabase();
    if (known > 0) await migrateTo(known, url);
    await Promise.all(Array.from({ length: 6 }, () => drawElsewhere(url)));
    expect(await migrated(url)).toEqual(Object.keys(migrations).map((name) => ({ name })));
    expect(await askServer('select * from draws', url)).toHaveLength(6);
  });

  test('stay apart in schemas of one database', async () => {
    const url = await createDatabase();
    await askServer('create schema one; create schema other', url);
    const stores = await Promise.all(
      ['one', 'other'].map((schema) => openStore(`${url}?options=-c%20search_path%3D${schema}`)),
    );
    expect(await Promise.all(stores.map(({ draws }) => draws.mark('here', 'a')))).toEqual([
      true,
      true,
    ]);
    for (const store of stores) await store.close();
  });

  test('of a newer version are refused in a sentence', async () => {
    const url = await createDatabase();
    await (await openStore(url)).close();
    await askServer("insert into kysely_migration values ('9999-future', '2099-01-01')", url);
    await expect(openStore(url)).rejects.toThrow(/newer version\?/);
  });

  test('without a schema to go to are refused in a sentence', async () => {
    const url = await createDatabase();
    const opening = openStore(`${url}?options=-c%20search_path%3Dnowhere`);
    await expect(opening).rejects.toThrow('has no schema for the tables');
  });
});

test.for(['9.6.24', '12.22 (Debian 12.22-1)', '13.9'])('a server of %s is too old', (version) => {
  expect(() => requireVersion(version, 'postgres://host/room')).toThrow('needs 14 or newer');
});

test.for(['14.0', '15.18 (Debian 15.18-0+deb12u1)', '18beta1'])('one of %s is not', (version) => {
  expect(() => requireVersion(version, 'postgres://host/room')).not.toThrow();
});
