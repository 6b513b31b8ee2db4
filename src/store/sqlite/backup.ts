import { existsSync, realpathSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { draftOf, removeAbandoned } from '../../data/corpus/write-atomically.ts';
import { makeFolder } from '../../data/make-folder.ts';
import { UserError } from '../../errors.ts';

/**
 * Copies a database, in use or not, as it is at one moment; a file of that name is replaced when the
 * copy is whole. Copying the file itself would miss what its log still holds; SQLite's backup begins
 * anew whenever somebody writes.
 * @see https://www.sqlite.org/lang_vacuum.html#vacuuminto
 * @returns the size of the copy in bytes
 * @throws UserError if there is no such database, or the copy can't be written or is damaged
 */
export async function backUp(database: string, file: string): Promise<number> {
  if (!existsSync(database)) {
    throw new UserError(
      `There is no database ${database} yet. Start the bot once, or set DATABASE_URL to the one to be copied.`,
    );
  }
  if (existsSync(file) && realpathSync(file) === realpathSync(database)) {
    throw new UserError(`${file} is the database itself. Name another file for the copy.`);
  }
  const draft = draftOf(file);
  try {
    makeFolder(dirname(file));
    await removeAbandoned(file);
    copy(database, draft);
    check(draft);
    await rename(draft, file);
    return (await stat(file)).size;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${database} can’t be copied to ${file}: ${reason}.`, { cause });
  } finally {
    // Where the folder could not be made there is nothing to remove.
    for (const end of ['', '-wal', '-shm']) await rm(draft + end, { force: true }).catch(() => {});
  }
}

function copy(database: string, draft: string): void {
  const sqlite = new Database(database, { readonly: true, fileMustExist: true });
  try {
    sqlite.prepare('VACUUM INTO ?').run(draft);
  } finally {
    sqlite.close();
  }
}

/** Reads the whole copy; one file, so that nothing beside it is needed. */
function check(draft: string): void {
  const sqlite = new Database(draft);
  try {
    sqlite.pragma('journal_mode = DELETE');
    const found = sqlite.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new Error(`the copy is damaged (${found})`);
  } finally {
    sqlite.close();
  }
}
