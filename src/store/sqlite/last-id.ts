import { type Kysely, sql } from 'kysely';
import type { Schema } from '../tables/schema.ts';

/**
 * The last id that was given to a list, deleted ones included; 0 for none.
 * @see https://www.sqlite.org/autoinc.html
 */
export const lastId = {
  async read(db: Kysely<Schema>): Promise<number> {
    const { rows } = await sql<{ seq: number }>`
      select seq from sqlite_sequence where name = 'lists'`.execute(db);
    return rows[0]?.seq ?? 0;
  },

  async set(db: Kysely<Schema>, last: number): Promise<void> {
    await sql`delete from sqlite_sequence where name = 'lists'`.execute(db);
    await sql`insert into sqlite_sequence (name, seq) values ('lists', ${last})`.execute(db);
  },
};
