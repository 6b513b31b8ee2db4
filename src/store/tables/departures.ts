import { type Kysely, sql } from 'kysely';
import { BELONGING_TABLES, serverColumns } from './belongings.ts';
import { type Clock, fromNow } from './clock.ts';
import type { Schema } from './schema.ts';

/** Servers that the bot has left, and what is still kept of them. */
export type Departures = {
  /**
   * Says which servers the bot is in: of those that it was in before and isn't now, it is noted since
   * when, by the database's clock. Servers that it has never been in, where people have only brought it
   * along, aren't left.
   */
  note(present: ReadonlySet<string>): Promise<void>;
  /**
   * Forgets all that belongs to servers that were left so long ago.
   * @returns their ids
   */
  forget(olderThanMs: number): Promise<readonly string[]>;
};

/** So many servers in a statement. */
const AT_ONCE = 500;

export const createDepartures = (db: Kysely<Schema>, clock: Clock): Departures => ({
  async note(present) {
    const ids = [...present];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const rows = ids.slice(at, at + AT_ONCE).map((guild) => ({ guild, at: null }));
      await db
        .insertInto('departures')
        .values(rows)
        .onConflict((conflict) => conflict.column('guild').doUpdateSet({ at: null }))
        .execute();
    }
    const known = await db
      .selectFrom('departures')
      .select('guild')
      .where('at', 'is', null)
      .execute();
    for (const { guild } of known.filter((one) => !present.has(one.guild))) {
      await db.updateTable('departures').set({ at: clock() }).where('guild', '=', guild).execute();
    }
  },

  async forget(olderThanMs) {
    const gone = await db
      .selectFrom('departures')
      .select('guild')
      .where('at', '<=', fromNow(clock, -olderThanMs))
      .execute();
    for (const { guild } of gone) await forgetServer(db, guild);
    return gone.map(({ guild }) => guild);
  },
});

async function forgetServer(db: Kysely<Schema>, guild: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const table of BELONGING_TABLES) {
      for (const { column, as } of serverColumns(table)) {
        const value = as === 'id' ? guild : `guild:${guild}`;
        await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${value}`.execute(
          transaction,
        );
      }
    }
  });
}
