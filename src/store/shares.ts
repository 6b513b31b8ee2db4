import type { Kysely } from 'kysely';
import { patiently } from './patience.ts';
import type { Schema } from './schema.ts';

/** A card that everyone in a channel sees. */
export type Share = {
  message: string;
  /** Where the message stands: a channel or a thread. */
  channel: string;
  /** The channel that decides who sees it: a thread's own, or the same. */
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
  keep(share: Share): Promise<void>;
  /** Forgets a card that was taken back. */
  forget(message: string): Promise<void>;
  find(message: string): Promise<Share | undefined>;
  /** The cards of a document in a server, oldest first. */
  of(scope: string, document: string): Promise<readonly Share[]>;
};

export const createShares = (db: Kysely<Schema>): Shares => ({
  async keep({ at, ...share }) {
    const row = { ...share, at: at.getTime() };
    await patiently(() =>
      db
        .insertInto('shares')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
  },

  async forget(message) {
    await patiently(() => db.deleteFrom('shares').where('message', '=', message).execute());
  },

  async find(message) {
    const row = await patiently(() =>
      db.selectFrom('shares').selectAll().where('message', '=', message).executeTakeFirst(),
    );
    return row && { ...row, at: new Date(row.at) };
  },

  async of(scope, document) {
    const rows = await patiently(() =>
      db
        .selectFrom('shares')
        .selectAll()
        .where('scope', '=', scope)
        .where('document', '=', document)
        .orderBy('at')
        .execute(),
    );
    return rows.map((row) => ({ ...row, at: new Date(row.at) }));
  },
});
