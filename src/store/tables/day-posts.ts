import type { Kysely, UpdateObject } from 'kysely';
import { type Clock, fromNow } from './clock.ts';
import type { Schema } from './schema.ts';

/** What became of a day's post. */
type DayPostEnd = Exclude<Schema['day_posts']['state'], 'claimed'>;

/** A day's post taken on oneself. */
export type Claim = {
  guild: string;
  day: string;
  /** This one included. */
  tries: number;
  /** When it was taken, by the database's clock, as the others are. */
  at: Date;
  begunAt: Date;
  /** When the try before this one was over, at the latest; undefined for the first. */
  lastUntil: Date | undefined;
};

/** One day of a server. */
export type DayPost = {
  /** `YYYY-MM-DD` on the clock of the server's zone. */
  day: string;
  /** `claimed` is under way, or was when the process ended. */
  state: DayPostEnd | 'claimed';
  channel: string | undefined;
  message: string | undefined;
};

export type DayPosts = {
  /**
   * Takes a day's post on oneself until the lease ends.
   * @returns undefined if somebody else is at it, it is over, or it is to be tried later
   */
  claim(guild: string, day: string, leaseMs: number): Promise<Claim | undefined>;
  /** Lets the next try begin after a pause, unless that has begun already. */
  release(claim: Claim, pauseMs: number): Promise<void>;
  /**
   * Says what became of a day's post.
   * @returns false if the claim was over and another try has begun: then that one says it
   */
  finish(
    claim: Claim,
    state: DayPostEnd,
    posted?: { channelId: string; id: string },
  ): Promise<boolean>;
  /** Lets a day that was refused, or had nothing to post, be tried anew. */
  reopen(guild: string, day: string): Promise<void>;
  /** Whether a day's post is under way or over. */
  has(guild: string, day: string): Promise<boolean>;
  /** The latest, the last one first. */
  latest(guild: string, most: number): Promise<readonly DayPost[]>;
  /** The last one of every server that has a subscription, by server. */
  lastOfEach(): Promise<ReadonlyMap<string, Pick<DayPost, 'day' | 'state'>>>;
};

export const createDayPosts = (db: Kysely<Schema>, clock: Clock): DayPosts => {
  /** Changes what is still claimed by the same try. @returns whether it was */
  const change = async (
    { guild, day, tries }: Claim,
    values: UpdateObject<Schema, 'day_posts'>,
  ): Promise<boolean> => {
    const { numUpdatedRows } = await db
      .updateTable('day_posts')
      .set(values)
      .where('guild', '=', guild)
      .where('day', '=', day)
      .where('state', '=', 'claimed')
      .where('tries', '=', tries)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  };
  return {
    async claim(guild, day, leaseMs) {
      const lease_until = fromNow(clock, leaseMs);
      const begun = await db
        .insertInto('day_posts')
        .values({
          guild,
          day,
          state: 'claimed',
          lease_until,
          tries: 1,
          begun_at: clock(),
          channel: null,
          message: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('begun_at')
        .executeTakeFirst();
      if (begun) {
        const at = new Date(begun.begun_at);
        return { guild, day, tries: 1, at, begunAt: at, lastUntil: undefined };
      }
      const before = await db
        .selectFrom('day_posts')
        .selectAll()
        .select(clock().as('now'))
        .where('guild', '=', guild)
        .where('day', '=', day)
        .where('state', '=', 'claimed')
        .where('lease_until', '<=', clock())
        .executeTakeFirst();
      if (!before) return undefined;
      const tries = before.tries + 1;
      const taken = await db
        .updateTable('day_posts')
        .set({ lease_until, tries })
        .where('guild', '=', guild)
        .where('day', '=', day)
        .where('state', '=', 'claimed')
        // Somebody else may have taken it since.
        .where('lease_until', '=', before.lease_until)
        .executeTakeFirstOrThrow();
      if (!taken.numUpdatedRows) return undefined;
      return {
        guild,
        day,
        tries,
        at: new Date(before.now),
        begunAt: new Date(before.begun_at),
        lastUntil: new Date(before.lease_until),
      };
    },

    async release(claim, pauseMs) {
      await change(claim, { lease_until: fromNow(clock, pauseMs) });
    },

    finish: (claim, state, posted) =>
      change(claim, {
        state,
        ...(posted && { channel: posted.channelId, message: posted.id }),
      }),

    async reopen(guild, day) {
      await db
        .deleteFrom('day_posts')
        .where('guild', '=', guild)
        .where('day', '=', day)
        .where('state', 'in', ['empty', 'late', 'refused', 'failed'])
        .execute();
    },

    async has(guild, day) {
      const found = await db
        .selectFrom('day_posts')
        .select('day')
        .where('guild', '=', guild)
        .where('day', '=', day)
        .executeTakeFirst();
      return found !== undefined;
    },

    async latest(guild, most) {
      const rows = await db
        .selectFrom('day_posts')
        .selectAll()
        .where('guild', '=', guild)
        .orderBy('day', 'desc')
        .limit(most)
        .execute();
      return rows.map(({ day, state, channel, message }) => ({
        day,
        state,
        channel: channel ?? undefined,
        message: message ?? undefined,
      }));
    },

    async lastOfEach() {
      const rows = await db
        .selectFrom('subscriptions')
        .innerJoin('day_posts', (join) =>
          join.onRef('day_posts.guild', '=', 'subscriptions.guild').on('day_posts.day', '=', (of) =>
            of
              .selectFrom('day_posts as any_post')
              .select((one) => one.fn.max('any_post.day').as('day'))
              .whereRef('any_post.guild', '=', 'subscriptions.guild'),
          ),
        )
        .select(['day_posts.guild', 'day_posts.day', 'day_posts.state'])
        .execute();
      return new Map(rows.map(({ guild, day, state }) => [guild, { day, state }]));
    },
  };
};
