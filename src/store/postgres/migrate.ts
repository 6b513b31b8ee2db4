import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { UserError } from '../../errors.ts';
import { migrations } from '../migrations/index.ts';
import type { Schema } from '../tables/schema.ts';
import { isLoginRefused, isPassing, reasonOf } from './error-codes.ts';

/** The oldest that still has updates. */
const OLDEST_SERVER = 14;

const NEWER =
  ' Was it written by a newer version? Start that version, or set DATABASE_URL to another database.';

/**
 * Brings the database up to date, in one transaction. Of several processes that begin at once one
 * does it, under a lock on the server, and the others wait.
 * @param name of the database, for messages
 * @throws UserError with the server's error as its cause
 */
export async function migrate(db: Kysely<Schema>, name: string): Promise<void> {
  try {
    const { version, schema } = await serverOf(db);
    requireVersion(version, name);
    if (schema === null) {
      throw new UserError(
        `The database ${name} has no schema for the tables: create the one that its search_path names.`,
      );
    }
    const provider = { getMigrations: async () => migrations };
    const migrator = new Migrator({ db, provider, migrationTableSchema: schema });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  } catch (error) {
    throw error instanceof UserError ? error : explain(error, name);
  }
}

async function serverOf(db: Kysely<Schema>): Promise<{ version: string; schema: string | null }> {
  const { rows } = await sql<{ version: string; schema: string | null }>`
    select current_setting('server_version') as version, current_schema() as schema`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the server says nothing of itself');
  return row;
}

/** @throws UserError if the server is too old */
export function requireVersion(version: string, name: string): void {
  if (Number.parseInt(version, 10) >= OLDEST_SERVER) return;
  throw new UserError(
    `The database ${name} is in PostgreSQL ${version}, and Reading Room needs ${OLDEST_SERVER} or newer: upgrade the server, or set DATABASE_URL to another.`,
  );
}

function explain(cause: unknown, name: string): UserError {
  const reason = reasonOf(cause);
  const what = isPassing(cause)
    ? `The database ${name} can't be reached: ${reason}.`
    : isLoginRefused(cause)
      ? `The database ${name} refuses the bot: ${reason}. Check user, password and name in DATABASE_URL.`
      : `The database ${name} can't be brought up to date: ${reason}.${/^corrupted migrations/.test(reason) ? NEWER : ''}`;
  return new UserError(what, { cause });
}
