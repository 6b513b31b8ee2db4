import type { Kysely } from 'kysely';
import type { Logger } from '../log.ts';
import type { DatabaseAddress } from './database-address.ts';
import type { Store } from './store.ts';
import { openTables } from './tables/open-tables.ts';
import type { Schema } from './tables/schema.ts';

/**
 * Opens the store wherever it is, and brings it up to date.
 * @param log where it is told that a server can't be reached: then it is waited for; without one,
 * that is an error
 * @throws UserError if it can't be opened
 */
export const openStore = async (address: DatabaseAddress, log?: Logger): Promise<Store> =>
  openTables(await openDatabase(address, log));

/** The same, for what asks of the tables themselves. Only what the database needs is loaded. */
export async function openDatabase(
  address: DatabaseAddress,
  log?: Logger,
): Promise<Kysely<Schema>> {
  if (address.kind === 'sqlite') {
    const sqlite = await import('./sqlite/open-store.ts');
    return sqlite.openDatabase(address.path);
  }
  const postgres = await import('./postgres/open-store.ts');
  return postgres.openDatabase(address.url, log);
}
