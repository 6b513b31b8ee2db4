import { sql } from 'kysely';
import type { Clock } from '../tables/clock.ts';

/** The clock of the server. */
export const postgresClock: Clock = () =>
  sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`;
