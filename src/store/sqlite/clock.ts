import { sql } from 'kysely';
import type { Clock } from '../tables/clock.ts';

/** The clock of the machine, which has the file and so all processes. */
export const sqliteClock: Clock = () => sql<number>`cast(unixepoch('subsec') * 1000 as integer)`;
