import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** How many documents a server has. */
export async function countAdded(db: Kysely<Schema>, guild: string): Promise<number> {
  const { size } = await db
    .selectFrom('added_documents')
    .select(sql<number>`count(*)`.as('size'))
    .where('guild', '=', guild)
    .executeTakeFirstOrThrow();
  return size;
}

/** How many files were imported into a server since a moment, those included that were undone. */
export async function countImports(
  db: Kysely<Schema>,
  guild: string,
  moment: Date,
): Promise<number> {
  const { size } = await db
    .selectFrom('additions')
    .select(sql<number>`count(*)`.as('size'))
    .where('guild', '=', guild)
    .where('kind', '=', 'import')
    .where('added_at', '>=', moment.getTime())
    .executeTakeFirstOrThrow();
  return size;
}
