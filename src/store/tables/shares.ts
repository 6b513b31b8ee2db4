import type { Kysely } from 'kysely';
import { type Clock, fromNow } from './clock.ts';
import type { Schema } from './schema.ts';

/** A card that everyone in a channel sees. */
export type Share = {
  message: string;
  /** Where the message stands: a channel or a thread. */
  channel: string;
  /** The channel that decides who sees it: of a public thread its parent, or the same. */
  parent: string;
  /** The server; in direct messages the conversation. */
  scope: string;
  document: string;
  /** Of the document as it was then. */
  fingerprint: string;
  user: string;
  at: Date;
};

export type Shares = {
  /** Enters a card that is about to be sent, with the interaction that it answers as its message. */
  begin(share: Share): Promise<void>;
  /** Says by which message it was sent. */
  confirm(interaction: string, message: string): Promise<void>;
  /** Forgets a card that was taken back, or was not sent. */
  forget(message: string): Promise<void>;
  /**
   * Cards of which it is not known whether they were sent: a process died over them, or is at it.
   * @param olderThanMs by the database's clock
   */
  unconfirmed(olderThanMs?: number): Promise<readonly Share[]>;
  find(message: string): Promise<Share | undefined>;
  /** The cards of a document in a server that were sent, oldest first. */
  of(scope: string, document: string): Promise<readonly Share[]>;
};

export const createShares = (db: Kysely<Schema>, clock: Clock): Shares => {
  const sent = (isSent: boolean) =>
    db.selectFrom('shares').selectAll().where('sent', '=', Number(isSent)).orderBy('at');
  return {
    async begin({ at, ...share }) {
      const row = { ...share, at: at.getTime(), begun_at: clock(), sent: 0 };
      await db
        .insertInto('shares')
        .values(row)
        // Another instance may answer the same interaction.
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async confirm(interaction, message) {
      await db
        .updateTable('shares')
        .set({ message, sent: 1 })
        .where('message', '=', interaction)
        .execute();
    },

    async forget(message) {
      await db.deleteFrom('shares').where('message', '=', message).execute();
    },

    async unconfirmed(olderThanMs = 0) {
      const old = sent(false).where(
        ({ fn }) => fn.coalesce('begun_at', 'at'),
        '<=',
        fromNow(clock, -olderThanMs),
      );
      return (await old.execute()).map(toShare);
    },

    async find(message) {
      const row = await sent(true).where('message', '=', message).executeTakeFirst();
      return row && toShare(row);
    },

    async of(scope, document) {
      const ofDocument = sent(true).where('scope', '=', scope).where('document', '=', document);
      return (await ofDocument.execute()).map(toShare);
    },
  };
};

const toShare = ({ at, begun_at: _begunAt, sent: _sent, ...share }: Schema['shares']): Share => ({
  ...share,
  at: new Date(at),
});
