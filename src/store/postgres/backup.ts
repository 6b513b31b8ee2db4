import { execFile } from 'node:child_process';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { draftOf } from '../../data/corpus/write-atomically.ts';
import { makeFolder } from '../../data/make-folder.ts';
import { UserError } from '../../errors.ts';
import { formatAddress } from '../database-address.ts';
import { createPool } from './create-pool.ts';
import { reasonOf } from './error-codes.ts';
import { libpqAddress, passwordOf } from './libpq-address.ts';

const run = promisify(execFile);

/**
 * Copies a database by PostgreSQL's own pg_dump, in its custom format, which pg_restore reads. The
 * password goes by the environment, where no list of processes shows it.
 * @see https://www.postgresql.org/docs/current/app-pgdump.html
 * @param environment in which the programs run
 * @returns the size of the copy in bytes
 * @throws UserError if pg_dump is missing, too old, or fails
 */
export async function backUp(
  url: string,
  file: string,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const name = formatAddress({ kind: 'postgres', url });
  const dbname = libpqAddress(url);
  const dump = ['--format=custom', '--no-password', '--dbname', dbname];
  const byHand = `pg_dump -Fc --file ${quoted(file)} --dbname ${quoted(dbname)} (the password in PGPASSWORD)`;
  const [own, server] = [await versionOfDump(name, byHand), await versionOfServer(url, name)];
  if (own < server) {
    throw new UserError(
      `${name} is in PostgreSQL ${server}, and the pg_dump here is of ${own}, which can’t read it. Install version ${server} (postgresql-client-${server} in Debian), or run where it is: ${byHand}.`,
    );
  }
  const draft = draftOf(file);
  try {
    makeFolder(dirname(file));
    const password = passwordOf(url);
    const env = { ...environment, ...(password && { PGPASSWORD: password }) };
    await run('pg_dump', [...dump, '--file', draft], { env });
    // Reads what the copy says that it has.
    await run('pg_restore', ['--list', draft], { maxBuffer: Number.POSITIVE_INFINITY });
    await rename(draft, file);
    return (await stat(file)).size;
  } catch (cause) {
    throw new UserError(`${name} can’t be copied to ${file}: ${lastLineOf(cause)}`, { cause });
  } finally {
    await rm(draft, { force: true }).catch(() => {});
  }
}

/** As a shell reads it: one word, as it stands. */
const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

async function versionOfDump(name: string, byHand: string): Promise<number> {
  try {
    const { stdout } = await run('pg_dump', ['--version']);
    return Number(/(\d+)/.exec(stdout)?.[1]);
  } catch (cause) {
    throw new UserError(
      `${name} is copied by PostgreSQL’s own pg_dump, which isn’t here. Install it (postgresql-client in Debian), or run where it is: ${byHand}.`,
      { cause },
    );
  }
}

async function versionOfServer(url: string, name: string): Promise<number> {
  const pool = createPool(url, { max: 1 });
  try {
    const { rows } = await pool.query("select current_setting('server_version') as version");
    return Number.parseInt(rows[0].version, 10);
  } catch (cause) {
    throw new UserError(`The database ${name} can’t be reached: ${reasonOf(cause)}.`, { cause });
  } finally {
    await pool.end();
  }
}

/** What a program said last on standard error, or why it could not be run. */
function lastLineOf(error: unknown): string {
  const said = (error as { stderr?: string }).stderr?.trim();
  return said?.split('\n').at(-1) || `${reasonOf(error)}.`;
}
