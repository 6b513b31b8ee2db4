import { type Kysely, sql } from 'kysely';
import type { Schema } from '../tables/schema.ts';

/** The last id that was given to a list, deleted ones included; 0 for none. */
export const lastId = {
  async read(db: Kysely<Schema>): Promise<number> {
    const { rows } = await sql<{ last: number | null }>`
      select pg_sequence_last_value(pg_get_serial_sequence('lists', 'id')::regclass) as last`.execute(
      db,
    );
    return rows[0]?.last ?? 0;
  },

  async set(db: Kysely<Schema>, last: number): Promise<void> {
    if (last === 0) return;
    await sql`select setval(pg_get_serial_sequence('lists', 'id'), ${last})`.execute(db);
  },
};
