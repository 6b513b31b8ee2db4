import { existsSync } from 'node:fs';
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { UserError } from '../errors.ts';
import { type DatabaseAddress, formatAddress } from './database-address.ts';
import { openDatabase } from './open-store.ts';
import { lastId as lastIdOfPostgres } from './postgres/last-id.ts';
import { lastId as lastIdOfSqlite } from './sqlite/last-id.ts';
import type { Schema } from './tables/schema.ts';

type Row = Record<string, unknown>;

/** What makes a row one of its kind in its table; what refers to others comes after them. */
const KEYS = {
  views: ['id'],
  draws: ['channel', 'document'],
  shares: ['message'],
  discussions: ['channel', 'document'],
  settings: ['guild', 'name'],
  lists: ['id'],
  list_items: ['list', 'document'],
  subscriptions: ['guild'],
  day_posts: ['guild', 'day'],
} as const satisfies Record<keyof Schema, readonly string[]>;
const TABLES = Object.keys(KEYS) as (keyof Schema)[];

/** SQLite takes 32,766 values in a statement. */
const ROWS_AT_ONCE = 500;

/**
 * Copies a store to another that is empty: every row, and the ids that were given out. All of it, or
 * nothing: it is one transaction, at the end of which the rows are counted.
 * @returns the rows of each table
 * @throws UserError if one of the stores can't be used, the other isn't empty, or nothing was copied
 */
export async function moveStore(
  from: DatabaseAddress,
  to: DatabaseAddress,
): Promise<Readonly<Record<keyof Schema, number>>> {
  const [source, target] = [formatAddress(from), formatAddress(to)];
  if (source === target) throw new UserError(`${source} can’t be moved to itself.`);
  if (from.kind === 'sqlite' && !existsSync(from.path)) {
    throw new UserError(`There is no database ${source}.`);
  }
  const open: Kysely<Schema>[] = [];
  try {
    const old = await openDatabase(from);
    open.push(old);
    const other = await openDatabase(to);
    open.push(other);
    return await inSnapshot(old, from, (read) =>
      other.transaction().execute(async (write) => {
        await requireEmpty(write, target);
        const counts = await copyTables(read, write);
        const last = await lastIdOf(from).read(read);
        await lastIdOf(to).set(write, last);
        return counts;
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
    for (const database of open) await database.destroy();
  }
}

/** Everything is read as it is at one moment, whoever writes meanwhile. */
const inSnapshot = <Value>(
  db: Kysely<Schema>,
  { kind }: DatabaseAddress,
  work: (read: Transaction<Schema>) => Promise<Value>,
): Promise<Value> => {
  const transaction = db.transaction();
  // In SQLite every transaction is one.
  return (
    kind === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction
  ).execute(work);
};

async function requireEmpty(db: Kysely<Schema>, name: string): Promise<void> {
  for (const table of TABLES) {
    if ((await countOf(db, table)) > 0) {
      throw new UserError(
        `${name} isn’t empty: it has rows in ${table}. Name a database without any, or remove it first.`,
      );
    }
  }
}

async function copyTables(read: Kysely<Schema>, write: Kysely<Schema>) {
  const counts = {} as Record<keyof Schema, number>;
  for (const table of TABLES) {
    let copied = 0;
    for await (const rows of rowsOf(read, table)) {
      await write
        .insertInto(table)
        .values(rows as never)
        .execute();
      copied += rows.length;
    }
    const [before, after] = [await countOf(read, table), await countOf(write, table)];
    if (before !== copied || after !== copied) {
      throw new Error(`of ${before} rows in ${table}, ${after} arrived`);
    }
    counts[table] = copied;
  }
  return counts;
}

/** All rows of a table in the order of its key, some at a time. */
async function* rowsOf(db: Kysely<Schema>, table: keyof Schema): AsyncGenerator<Row[]> {
  const columns = sql.join(KEYS[table].map((column) => sql.ref(column)));
  let after: RawBuilder<unknown> = sql``;
  for (;;) {
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} ${after} order by ${columns} limit ${ROWS_AT_ONCE}`.execute(
      db,
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = sql`where (${columns}) > (${sql.join(KEYS[table].map((column) => last[column]))})`;
  }
}

async function countOf(db: Kysely<Schema>, table: keyof Schema): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    select count(*) as size from ${sql.table(table)}`.execute(db);
  return rows[0]?.size ?? 0;
}

const lastIdOf = ({ kind }: DatabaseAddress) =>
  kind === 'postgres' ? lastIdOfPostgres : lastIdOfSqlite;
