import { type Kysely, sql } from 'kysely';
import { type AdditionSummary, toAddition } from './addition.ts';
import type { Schema } from './schema.ts';

/** How many documents of an addition are given with it. */
const FIRST = 10;

/** The last addition that somebody made in a server since a moment, and that wasn't undone. */
export async function latestAddition(
  db: Kysely<Schema>,
  guild: string,
  by: string,
  since: Date,
): Promise<AdditionSummary | undefined> {
  const last = await db
    .selectFrom('additions')
    .selectAll()
    .where('guild', '=', guild)
    .where('added_by', '=', by)
    .where('added_at', '>=', since.getTime())
    .where('undone_at', 'is', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) return undefined;
  const { version } = last;
  const brought = db
    .selectFrom('added_documents')
    .where('guild', '=', guild)
    .where('version', '=', version);
  const { total } = await brought
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const first = await brought.select('record').orderBy('position').limit(FIRST).execute();
  return {
    ...toAddition(last),
    version,
    total,
    first: first.map(({ record }) => JSON.parse(record)),
  };
}
