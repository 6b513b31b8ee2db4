import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import { backOff } from '../../back-off.ts';
import { UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { formatAddress } from '../database-address.ts';
import type { Store } from '../store.ts';
import { openTables } from '../tables/open-tables.ts';
import type { Schema } from '../tables/schema.ts';
import { postgresClock } from './clock.ts';
import { createPool } from './create-pool.ts';
import { likeSqlite } from './dialect.ts';
import { isPassing } from './error-codes.ts';
import { migrate } from './migrate.ts';
import { retryingPool } from './retrying-pool.ts';

/** The pauses between tries to reach the server at the start grow between these. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** Longer than any statement takes; what hangs for so long isn't waited for any more. */
const ANSWER_WITHIN_MS = 30_000;

/** Opens the store on a server. @throws UserError if it can't be opened */
export const openStore = async (url: string, log?: Logger): Promise<Store> =>
  openTables(await openDatabase(url, log), postgresClock);

/**
 * Opens a database on a server and brings it up to date.
 * @param log where it is told that the server can't be reached: then it is waited for; without one,
 * that is an error
 * @throws UserError if the server can't be reached, refuses, or is too old, or if the database was
 * written by a newer version
 */
export async function openDatabase(url: string, log?: Logger): Promise<Kysely<Schema>> {
  for (let tries = 0; ; tries += 1) {
    try {
      await migrateAt(url);
      break;
    } catch (error) {
      if (!log || !(error instanceof UserError) || !isPassing(error.cause)) throw error;
      const pause = backOff(tries, FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
      log.warn({ err: error.cause }, `${error.message} Trying again in ${pause / 1000} s.`);
      await wait(pause);
    }
  }
  return databaseIn(retryingPool(createPool(url, { query_timeout: ANSWER_WITHIN_MS })));
}

const databaseIn = (pool: PostgresPool): Kysely<Schema> =>
  new Kysely<Schema>({ dialect: likeSqlite(new PostgresDialect({ pool })) });

/** By a connection of its own: another process may be migrating, and that is waited for. */
async function migrateAt(url: string): Promise<void> {
  const db = databaseIn(createPool(url, { max: 1 }));
  try {
    await migrate(db, formatAddress({ kind: 'postgres', url }));
  } finally {
    await db.destroy();
  }
}
