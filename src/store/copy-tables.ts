import { type Kysely, type RawBuilder, sql } from 'kysely';
import { KEYS, type KeyedTable as Table } from './tables/keys.ts';
import type { Schema } from './tables/schema.ts';

type Row = Record<string, unknown>;

/** The rows of each table. */
export type Moved = Readonly<Record<Table, number>>;

export const TABLES = Object.keys(KEYS) as readonly Table[];

/** SQLite takes 32,766 values in a statement. */
const ROWS_AT_ONCE = 500;

/**
 * Copies every row of every table.
 * @throws Error if the rows that arrived aren't as many
 */
export async function copyTables(from: Kysely<Schema>, to: Kysely<Schema>): Promise<Moved> {
  const moved: Record<string, number> = {};
  for (const table of TABLES) {
    let copied = 0;
    for await (const rows of rowsOf(from, table)) {
      await to
        .insertInto(table)
        .values(rows as never)
        .execute();
      copied += rows.length;
    }
    const [before, after] = [await countRows(from, table), await countRows(to, table)];
    if (before !== copied || after !== copied) {
      throw new Error(`of ${before} rows in ${table}, ${after} arrived`);
    }
    moved[table] = copied;
  }
  return moved as Moved;
}

export async function countRows(db: Kysely<Schema>, table: Table): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    select count(*) as size from ${sql.table(table)}`.execute(db);
  return rows[0]?.size ?? 0;
}

/** All rows of a table in the order of its key, some at a time. */
async function* rowsOf(db: Kysely<Schema>, table: Table): AsyncGenerator<Row[]> {
  const columns = sql.join(KEYS[table].map((column) => sql.ref(column)));
  let after: RawBuilder<unknown> = sql``;
  for (;;) {
    const part = sql<Row>`
      select * from ${sql.table(table)} ${after} order by ${columns} limit ${ROWS_AT_ONCE}`;
    const { rows } = await part.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = sql`where (${columns}) > (${sql.join(KEYS[table].map((column) => last[column]))})`;
  }
}
