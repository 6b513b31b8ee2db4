import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** The thread in which a channel discusses a document. */
export type Discussion = {
  channel: string;
  document: string;
  /** The server. */
  scope: string;
  thread: string;
  user: string;
  at: Date;
};

export type Discussions = {
  /**
   * Enters a discussion, unless the channel has one of the document.
   * @returns the one that stands now: this one, or the one that came first
   */
  begin(discussion: Discussion): Promise<Discussion>;
  /** Forgets a discussion whose thread is gone; one with another thread stays. */
  forget(discussion: Pick<Discussion, 'channel' | 'document' | 'thread'>): Promise<void>;
  /** The discussions of a document in a server, oldest first. */
  of(scope: string, document: string): Promise<readonly Discussion[]>;
};

export const createDiscussions = (db: Kysely<Schema>): Discussions => ({
  async begin(discussion) {
    const { channel, document } = discussion;
    const row = { ...discussion, at: discussion.at.getTime() };
    await db
      .insertInto('discussions')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const found = await db
      .selectFrom('discussions')
      .selectAll()
      .where('channel', '=', channel)
      .where('document', '=', document)
      .executeTakeFirst();
    return found ? { ...found, at: new Date(found.at) } : discussion;
  },

  async forget({ channel, document, thread }) {
    await db
      .deleteFrom('discussions')
      .where('channel', '=', channel)
      .where('document', '=', document)
      .where('thread', '=', thread)
      .execute();
  },

  async of(scope, document) {
    const rows = await db
      .selectFrom('discussions')
      .selectAll()
      .where('scope', '=', scope)
      .where('document', '=', document)
      .orderBy('at')
      .execute();
    return rows.map((row) => ({ ...row, at: new Date(row.at) }));
  },
});
