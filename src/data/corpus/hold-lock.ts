import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { UserError } from '../../errors.ts';

const LOOK_EVERY_MS = 200;

/** By which only one process at a time writes a corpus that is followed, or asks its sources. */
export const lockPath = (corpus: string, what: 'write' | 'follow'): string =>
  join(dirname(corpus), `.${basename(corpus)}.${what}.lock`);

/**
 * Waits until this process alone holds a lock. It is one of SQLite's on an empty file, which the system
 * takes from a process that is dead; a file with its number would stay.
 * @param onWait told once if another process holds it
 * @throws UserError if it isn't had in time, or can't be made
 */
export async function holdLock(
  path: string,
  { waitMs = 10 * 60_000, onWait = () => {} }: { waitMs?: number; onWait?: () => void } = {},
): Promise<AsyncDisposable> {
  const endsAt = performance.now() + waitMs;
  for (let tries = 0; ; tries += 1) {
    const database = take(path);
    if (database) {
      return {
        async [Symbol.asyncDispose]() {
          database.close();
        },
      };
    }
    if (performance.now() >= endsAt) {
      throw new UserError(`${path} is held by another process; try again when it has ended.`);
    }
    if (tries === 0) onWait();
    await wait(LOOK_EVERY_MS);
  }
}

/** Undefined if another holds it. */
function take(path: string): Database.Database | undefined {
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_BUSY')) return undefined;
    throw new UserError(
      `${path} can’t be written (${code || (error as Error).message}): the folder of the corpus must be writable.`,
    );
  }
}
