import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { onTestFinished } from 'vitest';

const SERVER = process.env.TEST_POSTGRES_URL;

/** Why there is nothing to test with; undefined if there is. */
export const noPostgres = SERVER
  ? undefined
  : 'no PostgreSQL: TEST_POSTGRES_URL="$(.ci/start-postgres)" starts one';

if (noPostgres && process.env.CI) throw new Error(noPostgres);
if (noPostgres) process.stderr.write(`Skipped: ${noPostgres}.\n`);

/** Asks the server itself, or one of its databases. */
export async function askServer<Row = unknown>(
  statement: string,
  url = SERVER,
): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** In `pg_stat_activity`, for who waits in one's own database: other tests wait in theirs. */
export const WAITS_FOR_LOCK = "wait_event_type = 'Lock' and datname = current_database()";

/** A database of its own, which goes with the test. @returns its address */
export async function createDatabase(): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await askServer(`create database ${name}`);
  onTestFinished(() => askServer(`drop database if exists ${name} with (force)`).then(() => {}));
  const url = new URL(SERVER ?? '');
  url.pathname = name;
  return url.href;
}
