import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { makeFolder } from '../../data/make-folder.ts';
import { UserError } from '../../errors.ts';
import { migrations } from '../migrations/index.ts';
import type { Store } from '../store.ts';
import { openTables } from '../tables/open-tables.ts';
import type { Schema } from '../tables/schema.ts';
import { sqliteClock } from './clock.ts';
import { retryingDialect } from './retrying-dialect.ts';

/** Opens the store in a file. @throws UserError if the file can't be opened */
export const openStore = async (path: string, clock = sqliteClock): Promise<Store> =>
  openTables(await openDatabase(path), clock);

/**
 * Opens the database file, making it and its folder where they are missing, and brings it up to
 * date.
 * @throws UserError if the file can't be opened or was written by a newer version
 */
export async function openDatabase(path: string): Promise<Kysely<Schema>> {
  const sqlite = openFile(path);
  const db = new Kysely<Schema>({ dialect: retryingDialect({ database: sqlite }) });
  try {
    await migrate(sqlite, db);
  } catch (error) {
    await db.destroy();
    throw new UserError(
      `The database ${path} can't be brought up to date: ${reason(error)}. Was it written by a newer version? Start that version, or set DATABASE_URL to another file.`,
      { cause: error },
    );
  }
  // From here on the dialect waits for locks.
  sqlite.pragma('busy_timeout = 0');
  return db;
}

/** In one transaction: of several processes that begin at once, one does it and the others wait. */
async function migrate(sqlite: Database.Database, db: Kysely<Schema>): Promise<void> {
  sqlite.exec('BEGIN IMMEDIATE');
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  sqlite.exec('COMMIT');
}

function openFile(path: string): Database.Database {
  try {
    makeFolder(dirname(path));
    const sqlite = new Database(path);
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('foreign_keys = ON');
    // What is deleted, such as a person's id, is overwritten in the file.
    sqlite.pragma('secure_delete = ON');
    // With WAL, this loses nothing when the process is killed, and saves a disk flush an answer.
    sqlite.pragma('synchronous = NORMAL');
    // What is read-only would otherwise be noticed by the first who wants something kept.
    sqlite.exec('BEGIN IMMEDIATE; PRAGMA user_version = 0; ROLLBACK');
    return sqlite;
  } catch (error) {
    throw new UserError(
      `The database ${path} can't be opened: ${reason(error)}. Set DATABASE_URL to a file that can be written, such as file:var/reading-room.db.`,
      { cause: error },
    );
  }
}

/** What SQLite says; of a file that can't be written, in a sentence. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isReadOnly = 'code' in error && String(error.code).startsWith('SQLITE_READONLY');
  return isReadOnly ? 'it is read-only, and the bot must write to it' : error.message;
}
