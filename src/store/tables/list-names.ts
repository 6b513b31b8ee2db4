import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Names that differ in letter case alone are one. */
export const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase();

/** The name, with a number after it if the scope has a list of that name. */
export async function freeName(db: Kysely<Schema>, scope: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? name : `${name} ${number}`;
    const taken = await db
      .selectFrom('lists')
      .select('id')
      .where('scope', '=', scope)
      .where('key', '=', keyOf(numbered))
      .executeTakeFirst();
    if (!taken) return numbered;
  }
}
