import { existsSync } from 'node:fs';
import type { IsolationLevel, Kysely, Transaction } from 'kysely';
import { UserError } from '../errors.ts';
import { copyTables, countRows, type Moved, TABLES } from './copy-tables.ts';
import { type DatabaseAddress, formatAddress } from './database-address.ts';
import { postgresClock } from './postgres/clock.ts';
import { lastId as lastIdOfPostgres } from './postgres/last-id.ts';
import * as postgres from './postgres/open-store.ts';
import { sqliteClock } from './sqlite/clock.ts';
import { lastId as lastIdOfSqlite } from './sqlite/last-id.ts';
import * as sqlite from './sqlite/open-store.ts';
import type { Clock } from './tables/clock.ts';
import type { Schema } from './tables/schema.ts';

/** A database that is open, with what it does its own way. */
type Side = {
  db: Kysely<Schema>;
  name: string;
  clock: Clock;
  lastId: typeof lastIdOfSqlite;
  /** In which everything is read as it is at one moment; in SQLite that is so in any. */
  isolation: IsolationLevel | undefined;
};

/**
 * Copies a store to another that is empty: every row, and the ids that were given out. All of it, or
 * nothing: it is one transaction, at the end of which the rows are counted.
 * @returns the rows of each table
 * @throws UserError if one of the stores can't be used, or is in use, the other isn't empty, or it
 * can't be copied
 */
export async function moveStore(from: DatabaseAddress, to: DatabaseAddress): Promise<Moved> {
  const [source, target] = [formatAddress(from), formatAddress(to)];
  if (source === target) throw new UserError(`${source} can’t be moved to itself.`);
  if (from.kind === 'sqlite' && !existsSync(from.path)) {
    throw new UserError(`There is no database ${source}.`);
  }
  const sides: Side[] = [];
  try {
    for (const address of [from, to]) sides.push(await open(address));
    const [old, other] = sides as [Side, Side];
    for (const side of sides) await requireIdle(side);
    return await readingAtOnce(old, (read) =>
      other.db.transaction().execute(async (write) => {
        await requireEmpty(write, target);
        const moved = await copyTables(read, write);
        await other.lastId.set(write, await old.lastId.read(read));
        return moved;
      }),
    );
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(
      `${source} could not be moved to ${target}: ${reason}. Everything has arrived there, or nothing: if you try again and it isn’t empty, everything has.`,
      { cause },
    );
  } finally {
    for (const { db } of sides) await db.destroy();
  }
}

async function open(address: DatabaseAddress): Promise<Side> {
  const name = formatAddress(address);
  if (address.kind === 'sqlite') {
    const db = await sqlite.openDatabase(address.path);
    return { db, name, clock: sqliteClock, lastId: lastIdOfSqlite, isolation: undefined };
  }
  const db = await postgres.openDatabase(address.url);
  const isolation = 'repeatable read';
  return { db, name, clock: postgresClock, lastId: lastIdOfPostgres, isolation };
}

function readingAtOnce<Value>(
  { db, isolation }: Side,
  work: (read: Transaction<Schema>) => Promise<Value>,
): Promise<Value> {
  const transaction = db.transaction();
  return (isolation ? transaction.setIsolationLevel(isolation) : transaction).execute(work);
}

/** @throws UserError if a bot is running on it: what that saves meanwhile would be left behind */
async function requireIdle({ db, name, clock }: Side): Promise<void> {
  const held = await db.selectFrom('leases').select('name').where('until', '>', clock()).execute();
  if (held.length === 0) return;
  throw new UserError(
    `A bot is running on ${name}. Stop it first; if it was killed, wait for half a minute.`,
  );
}

async function requireEmpty(db: Kysely<Schema>, name: string): Promise<void> {
  for (const table of TABLES) {
    if ((await countRows(db, table)) === 0) continue;
    throw new UserError(
      `${name} isn’t empty: it has rows in ${table}. Name a database without any, or remove it first.`,
    );
  }
}
