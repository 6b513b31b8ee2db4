import type { Kysely } from 'kysely';
import { type Clock, fromNow } from './clock.ts';
import type { Schema } from './schema.ts';

/** Which message answers one that mentions the app, so that it changes and goes with that one. */
export type MentionReplies = {
  save(message: string, reply: string, guild: string): Promise<void>;
  /** The id of the answer. */
  find(message: string): Promise<string | undefined>;
  forget(message: string): Promise<void>;
  /** Drops those that are so old, by the database's clock. */
  forgetOlderThan(ms: number): Promise<void>;
};

export const createMentionReplies = (db: Kysely<Schema>, clock: Clock): MentionReplies => ({
  async save(message, reply, guild) {
    await db
      .insertInto('mention_replies')
      .values({ message, reply, guild, at: clock() })
      .onConflict((conflict) => conflict.column('message').doUpdateSet({ reply }))
      .execute();
  },

  async find(message) {
    const row = await db
      .selectFrom('mention_replies')
      .select('reply')
      .where('message', '=', message)
      .executeTakeFirst();
    return row?.reply;
  },

  async forget(message) {
    await db.deleteFrom('mention_replies').where('message', '=', message).execute();
  },

  async forgetOlderThan(ms) {
    await db.deleteFrom('mention_replies').where('at', '<', fromNow(clock, -ms)).execute();
  },
});
