import { describe } from 'vitest';
import { openStore } from '../../../src/store/postgres/open-store.ts';
import { testStore } from '../../contracts/store.ts';
import { createDatabase, noPostgres } from '../../support/postgres.ts';

describe.skipIf(noPostgres)('on a server', () => {
  testStore('PostgreSQL', async () => {
    const url = await createDatabase();
    return () => openStore(url);
  });
});
