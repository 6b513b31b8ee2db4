import { type Kysely, sql } from 'kysely';
import { BELONGING_TABLES, BELONGINGS } from './belongings.ts';
import { type Clock, fromNow } from './clock.ts';
import type { Schema } from './schema.ts';

/** Servers that the bot has left, and what is still kept of them. */
export type Departures = {
  /**
   * Says which servers the bot is in: of all others that something is kept of, it is noted since when,
   * by the database's clock, and of those it is in again that note goes.
   */
  note(present: ReadonlySet<string>): Promise<void>;
  /**
   * Forgets all that belongs to servers that were left so long ago.
   * @returns their ids
   */
  forget(olderThanMs: number): Promise<readonly string[]>;
};

/** In direct messages a share's scope is the conversation, which is the channel itself. */
const OF_A_SERVER: Partial<Record<keyof Schema, ReturnType<typeof sql>>> = {
  shares: sql`scope <> parent`,
};

export const createDepartures = (db: Kysely<Schema>, clock: Clock): Departures => ({
  async note(present) {
    const known = await knownServers(db);
    const left = known.filter((guild) => !present.has(guild));
    for (const guild of left) {
      await db
        .insertInto('departures')
        .values({ guild, at: clock() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    const noted = await db.selectFrom('departures').select('guild').execute();
    for (const { guild } of noted.filter((one) => present.has(one.guild))) {
      await db.deleteFrom('departures').where('guild', '=', guild).execute();
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

/** Every server that something is kept of. */
async function knownServers(db: Kysely<Schema>): Promise<readonly string[]> {
  const known = new Set<string>();
  for (const table of BELONGING_TABLES) {
    for (const { column, as } of BELONGINGS[table].servers) {
      const { rows } = await sql<{ value: string | null }>`
        select distinct ${sql.ref(column)} as value from ${sql.table(table)}
        where ${OF_A_SERVER[table] ?? sql`1 = 1`}`.execute(db);
      for (const { value } of rows) {
        const guild = as === 'id' ? value : value?.match(/^guild:(.+)$/)?.[1];
        if (guild) known.add(guild);
      }
    }
  }
  return [...known];
}

async function forgetServer(db: Kysely<Schema>, guild: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const table of BELONGING_TABLES) {
      for (const { column, as } of BELONGINGS[table].servers) {
        const value = as === 'id' ? guild : `guild:${guild}`;
        await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${value}`.execute(
          transaction,
        );
      }
    }
  });
}
