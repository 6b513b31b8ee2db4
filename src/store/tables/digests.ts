import { randomBytes } from 'node:crypto';
import type { Kysely, UpdateObject } from 'kysely';
import { type Clock, fromNow } from './clock.ts';
import type { Schema } from './schema.ts';

/** What a watch has to tell. */
export type Digest = {
  id: string;
  watch: string;
  /** The changes that it is of. */
  since: number;
  until: number;
  madeAt: Date;
  /** How many documents there are, and the best of them. */
  news: DigestNews;
};

/** `changed` of the documents were there before and say something else by now. */
export type DigestNews = {
  total: number;
  changed: number;
  documents: readonly string[];
  /** The state of the archive in which they were counted, as whoever counted writes it. */
  asOf?: string | undefined;
};

/** A digest taken on oneself; times are by the database's clock. */
type DigestClaim = Digest & {
  /** This one included. */
  tries: number;
  at: Date;
  begunAt: Date;
};

type DigestEnd = Exclude<Schema['digests']['state'], 'due'>;

export type Digests = {
  /**
   * Enters what a watch has to tell of the changes after the one that it had seen, and says that it has
   * seen them. Done twice, it is the first that stands; for a watch that was removed, nothing is done.
   */
  add(
    watch: string,
    changes: { since: number; until: number },
    news: DigestNews,
    madeAt: Date,
  ): Promise<void>;
  /** The ids of those that are to be sent now, oldest first; none of paused watches. */
  due(most: number): Promise<readonly string[]>;
  /**
   * Takes one on oneself until the lease ends.
   * @returns undefined if somebody else is at it, it is over, or it is to be tried later
   */
  claim(id: string, leaseMs: number): Promise<DigestClaim | undefined>;
  /** Lets the next try begin after a pause, unless that has begun already. */
  release(claim: DigestClaim, pauseMs: number): Promise<void>;
  /** @returns false if the claim was over and another try has begun */
  finish(
    claim: DigestClaim,
    state: DigestEnd,
    posted?: { channelId: string; id: string },
  ): Promise<boolean>;
  /** Drops those that are over and were made before the moment. */
  forgetBefore(moment: Date): Promise<void>;
};

export const createDigests = (db: Kysely<Schema>, clock: Clock): Digests => {
  const change = async (
    { id, tries }: DigestClaim,
    values: UpdateObject<Schema, 'digests'>,
  ): Promise<boolean> => {
    const { numUpdatedRows } = await db
      .updateTable('digests')
      .set(values)
      .where('id', '=', id)
      .where('state', '=', 'due')
      .where('tries', '=', tries)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  };
  return {
    async add(watch, { since, until }, news, madeAt) {
      await db.transaction().execute(async (transaction) => {
        // Until the transaction ends, nobody removes the watch.
        const { numUpdatedRows: held } = await transaction
          .updateTable('watches')
          .set((set) => ({ seen: set.ref('seen') }))
          .where('id', '=', watch)
          .executeTakeFirstOrThrow();
        if (held === 0n) return;
        await transaction
          .insertInto('digests')
          .values({
            id: randomBytes(9).toString('base64url'),
            watch,
            since,
            until,
            made_at: madeAt.getTime(),
            news: JSON.stringify(news),
            state: 'due',
            lease_until: 0,
            tries: 0,
            begun_at: null,
            channel: null,
            message: null,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        // The one that stands may have seen less than is seen now.
        await transaction
          .updateTable('watches')
          .set((set) => ({
            seen: set
              .selectFrom('digests')
              .select('until')
              .where('watch', '=', watch)
              .where('since', '=', since)
              .$asScalar()
              .$notNull(),
          }))
          .where('id', '=', watch)
          .where('seen', '=', since)
          .execute();
      });
    },

    async due(most) {
      const rows = await db
        .selectFrom('digests')
        .innerJoin('watches', 'watches.id', 'digests.watch')
        .select('digests.id')
        .where('digests.state', '=', 'due')
        .where('digests.lease_until', '<=', clock())
        .where('watches.paused', 'is', null)
        .orderBy('digests.made_at')
        .limit(most)
        .execute();
      return rows.map(({ id }) => id);
    },

    async claim(id, leaseMs) {
      const before = await db
        .selectFrom('digests')
        .selectAll()
        .select(clock().as('now'))
        .where('id', '=', id)
        .where('state', '=', 'due')
        .where('lease_until', '<=', clock())
        .executeTakeFirst();
      if (!before) return undefined;
      const { tries, now, begun_at } = before;
      const taken = await db
        .updateTable('digests')
        .set({
          tries: tries + 1,
          lease_until: fromNow(clock, leaseMs),
          begun_at: begun_at ?? now,
        })
        .where('id', '=', id)
        .where('state', '=', 'due')
        // Somebody else may have taken it since.
        .where('tries', '=', tries)
        .executeTakeFirstOrThrow();
      if (!taken.numUpdatedRows) return undefined;
      return {
        id,
        watch: before.watch,
        since: before.since,
        until: before.until,
        madeAt: new Date(before.made_at),
        news: JSON.parse(before.news),
        tries: tries + 1,
        at: new Date(now),
        begunAt: new Date(begun_at ?? now),
      };
    },

    async release(claim, pauseMs) {
      await change(claim, { lease_until: fromNow(clock, pauseMs) });
    },

    finish: (claim, state, posted) =>
      change(claim, { state, ...(posted && { channel: posted.channelId, message: posted.id }) }),

    async forgetBefore(moment) {
      await db
        .deleteFrom('digests')
        .where('state', '!=', 'due')
        .where('made_at', '<', moment.getTime())
        .execute();
    },
  };
};
