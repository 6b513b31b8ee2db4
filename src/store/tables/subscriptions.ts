import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** A server's day's post. */
export type Subscription = {
  guild: string;
  channel: string;
  /** `HH:MM` on the clock of the zone. */
  time: string;
  /** IANA name. */
  zone: string;
  /** What is posted where no document is certainly of the day. */
  empty: string;
  setBy: string;
  setAt: Date;
  /** Why nothing is posted any more, until it is set again. */
  paused: string | undefined;
  /** Whether the person who set it has been notified of the pause. */
  isNotified: boolean;
};

export type Subscriptions = {
  /** Sets a server's, which ends a pause. */
  set(subscription: Omit<Subscription, 'paused' | 'isNotified'>): Promise<void>;
  find(guild: string): Promise<Subscription | undefined>;
  list(): Promise<readonly Subscription[]>;
  /** @returns whether there was one */
  end(guild: string): Promise<boolean>;
  /** Pauses it, unless it has been set anew since. */
  pause(subscription: Subscription, why: string): Promise<void>;
  markNotified(guild: string): Promise<void>;
};

export const createSubscriptions = (db: Kysely<Schema>): Subscriptions => ({
  async set({ guild, setBy, setAt, ...values }) {
    const row = { ...values, set_by: setBy, set_at: setAt.getTime(), paused: null, told: 0 };
    await db
      .insertInto('subscriptions')
      .values({ guild, ...row })
      .onConflict((conflict) => conflict.column('guild').doUpdateSet(row))
      .execute();
  },

  async find(guild) {
    const row = await db
      .selectFrom('subscriptions')
      .selectAll()
      .where('guild', '=', guild)
      .executeTakeFirst();
    return row && toSubscription(row);
  },

  async list() {
    const rows = await db.selectFrom('subscriptions').selectAll().execute();
    return rows.map(toSubscription);
  },

  async end(guild) {
    const { numDeletedRows } = await db
      .deleteFrom('subscriptions')
      .where('guild', '=', guild)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  },

  async pause({ guild, setAt }, why) {
    await db
      .updateTable('subscriptions')
      .set({ paused: why, told: 0 })
      .where('guild', '=', guild)
      .where('set_at', '=', setAt.getTime())
      .execute();
  },

  async markNotified(guild) {
    await db.updateTable('subscriptions').set({ told: 1 }).where('guild', '=', guild).execute();
  },
});

const toSubscription = ({
  set_by,
  set_at,
  paused,
  told,
  ...row
}: Schema['subscriptions']): Subscription => ({
  ...row,
  setBy: set_by,
  setAt: new Date(set_at),
  paused: paused ?? undefined,
  isNotified: told === 1,
});
