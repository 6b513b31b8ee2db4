import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** The draws of each channel, and of each person for themselves (`user:ID`), without putting back. */
export type Draws = {
  /** Ids drawn in the channel so far. */
  seen(channel: string): Promise<ReadonlySet<string>>;
  /**
   * Marks a document as drawn, in a server's channel with that server.
   * @returns false if somebody else's draw came first
   */
  mark(channel: string, document: string, guild?: string): Promise<boolean>;
  /** Puts these documents back for the channel. */
  putBack(channel: string, documents: readonly string[]): Promise<void>;
};

/** SQLite's default limit of parameters is far above this. */
const PUT_BACK_AT_ONCE = 1000;

export const createDraws = (db: Kysely<Schema>): Draws => ({
  async seen(channel) {
    const rows = await db
      .selectFrom('draws')
      .select('document')
      .where('channel', '=', channel)
      .execute();
    return new Set(rows.map((row) => row.document));
  },

  async mark(channel, document, guild) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('draws')
      .values({ channel, document, guild: guild ?? null })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },

  async putBack(channel, documents) {
    for (let at = 0; at < documents.length; at += PUT_BACK_AT_ONCE) {
      const some = documents.slice(at, at + PUT_BACK_AT_ONCE);
      await db
        .deleteFrom('draws')
        .where('channel', '=', channel)
        .where('document', 'in', some)
        .execute();
    }
  },
});
