import { type RawBuilder, sql } from 'kysely';

/**
 * What gives the moment by the database's own clock, in milliseconds since the epoch. Whatever decides
 * which of several processes does something goes by it: their own clocks differ.
 */
export type Clock = () => RawBuilder<number>;

/** The moment in some milliseconds; a negative number is before now. */
export const fromNow = (clock: Clock, ms: number): RawBuilder<number> =>
  sql<number>`${clock()} + ${sql.lit(ms)}`;
