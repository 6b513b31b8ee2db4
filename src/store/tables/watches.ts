import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What somebody wants to be told of. */
export type Watch = {
  id: string;
  /** The person whose it is. */
  owner: string;
  /** The server that it was made in: its additions are watched, too. Undefined for none. */
  guild: string | undefined;
  /** Where all are told; undefined for the owner alone. */
  channel: string | undefined;
  /** What is looked for, as whoever made it wrote it; checked again by whoever reads it. */
  question: unknown;
  createdAt: Date;
  /** The number of the last change of the archive that it has been asked of. */
  seen: number;
  /** Why nothing is told any more. */
  paused: string | undefined;
  /** Whether its owner has been notified of the pause. */
  isNotified: boolean;
};

export type Watches = {
  /** @returns its id */
  add(watch: Omit<Watch, 'id' | 'paused' | 'isNotified'>): Promise<string>;
  find(id: string): Promise<Watch | undefined>;
  /** A person's, oldest first. */
  ofOwner(owner: string): Promise<readonly Watch[]>;
  /** Those that were made in a server, oldest first. */
  ofGuild(guild: string): Promise<readonly Watch[]>;
  /** Whether there are any that aren't paused. */
  any(): Promise<boolean>;
  /** The servers of those that aren't paused. */
  guilds(): Promise<readonly string[]>;
  /** Those that haven't seen a change and aren't paused; those that have seen least first. */
  behind(change: number, most: number): Promise<readonly Watch[]>;
  /** Says that up to 1,000 that had seen one change have seen another. */
  advance(ids: readonly string[], since: number, until: number): Promise<void>;
  /** Where it is told from now on. */
  moveTo(id: string, channel: string | undefined): Promise<void>;
  /** @returns whether there was one */
  remove(id: string): Promise<boolean>;
  /** @returns false if it was paused before, or is gone */
  pause(id: string, why: string): Promise<boolean>;
  /** Those that were paused without a word. */
  unnotified(): Promise<readonly Watch[]>;
  markNotified(id: string): Promise<void>;
};

export const createWatches = (db: Kysely<Schema>): Watches => {
  const selected = () => db.selectFrom('watches').selectAll().orderBy('created_at').orderBy('id');
  return {
    async add({ guild = null, channel = null, question, createdAt, ...watch }) {
      const id = randomBytes(9).toString('base64url');
      await db
        .insertInto('watches')
        .values({
          ...watch,
          id,
          guild,
          channel,
          question: JSON.stringify(question),
          created_at: createdAt.getTime(),
          paused: null,
          told: 0,
        })
        .execute();
      return id;
    },

    async find(id) {
      const row = await selected().where('id', '=', id).executeTakeFirst();
      return row && toWatch(row);
    },

    async ofOwner(owner) {
      return (await selected().where('owner', '=', owner).execute()).map(toWatch);
    },

    async ofGuild(guild) {
      return (await selected().where('guild', '=', guild).execute()).map(toWatch);
    },

    async any() {
      const found = await db
        .selectFrom('watches')
        .select('id')
        .where('paused', 'is', null)
        .limit(1)
        .executeTakeFirst();
      return found !== undefined;
    },

    async guilds() {
      const rows = await db
        .selectFrom('watches')
        .select('guild')
        .distinct()
        .where('paused', 'is', null)
        .execute();
      return rows.flatMap(({ guild }) => guild ?? []);
    },

    async behind(change, most) {
      const rows = await db
        .selectFrom('watches')
        .selectAll()
        .where('seen', '<', change)
        .where('paused', 'is', null)
        .orderBy('seen')
        .orderBy('id')
        .limit(most)
        .execute();
      return rows.map(toWatch);
    },

    async advance(ids, since, until) {
      if (ids.length === 0) return;
      await db
        .updateTable('watches')
        .set({ seen: until })
        .where('id', 'in', [...ids])
        .where('seen', '=', since)
        .execute();
    },

    async moveTo(id, channel) {
      const row = { channel: channel ?? null };
      await db.updateTable('watches').set(row).where('id', '=', id).execute();
    },

    async remove(id) {
      const { numDeletedRows } = await db
        .deleteFrom('watches')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },

    async pause(id, why) {
      const { numUpdatedRows } = await db
        .updateTable('watches')
        .set({ paused: why, told: 0 })
        .where('id', '=', id)
        .where('paused', 'is', null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async unnotified() {
      const rows = await selected().where('paused', 'is not', null).where('told', '=', 0).execute();
      return rows.map(toWatch);
    },

    async markNotified(id) {
      await db.updateTable('watches').set({ told: 1 }).where('id', '=', id).execute();
    },
  };
};

const toWatch = ({
  guild,
  channel,
  question,
  created_at,
  paused,
  told,
  ...row
}: Schema['watches']): Watch => ({
  ...row,
  guild: guild ?? undefined,
  channel: channel ?? undefined,
  question: JSON.parse(question),
  createdAt: new Date(created_at),
  paused: paused ?? undefined,
  isNotified: told === 1,
});
