import type { Kysely } from 'kysely';
import { type Clock, fromNow } from './clock.ts';
import type { Schema } from './schema.ts';

/** Who, of several processes, does what must be done once. */
export type Leases = {
  /**
   * Takes a lease that nobody holds any more, or makes one's own last from now on.
   * @param ms how long it lasts unless it is taken again
   * @returns false if another holds it
   */
  take(name: string, holder: string, ms: number): Promise<boolean>;
  /** Gives up a lease, if it is one's own. */
  release(name: string, holder: string): Promise<void>;
};

export const createLeases = (db: Kysely<Schema>, clock: Clock): Leases => ({
  async take(name, holder, ms) {
    const row = { holder, until: fromNow(clock, ms) };
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('leases')
      .values({ name, ...row })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet(row)
          .where(({ or, eb }) =>
            or([eb('leases.holder', '=', holder), eb('leases.until', '<=', clock())]),
          ),
      )
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },

  async release(name, holder) {
    await db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute();
  },
});
