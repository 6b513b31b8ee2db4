import { type Kysely, type RawBuilder, sql } from 'kysely';
import { BELONGING_TABLES, BELONGINGS } from './belongings.ts';
import type { Schema } from './schema.ts';

/** What is stored about a person: rows as they stand, by table; tables without any are left out. */
export type Held = { readonly [Table in keyof Schema]?: readonly Schema[Table][] };

export type People = {
  /** The rows that are a person's, or that name them as who did something. */
  held(user: string): Promise<Held>;
  /**
   * Takes a person's id out of every table: what is theirs alone goes, what others share loses the
   * name. All at once or not at all.
   */
  forget(user: string): Promise<void>;
};

export const createPeople = (db: Kysely<Schema>): People => ({
  async held(user) {
    const found: [string, unknown[]][] = [];
    for (const table of BELONGING_TABLES) {
      const whole = BELONGINGS[table].people.filter(({ as }) => as !== 'within');
      if (whole.length === 0) continue;
      const named = whole.map(({ column, as }) => sql`${sql.ref(column)} = ${asStored(as, user)}`);
      const asked = sql`select * from ${sql.table(table)} where ${sql.join(named, sql` or `)}`;
      const { rows } = await asked.execute(db);
      if (rows.length > 0) found.push([table, rows]);
    }
    return Object.fromEntries(found) as Held;
  },

  async forget(user) {
    await db.transaction().execute(async (transaction) => {
      for (const table of BELONGING_TABLES) {
        for (const trace of BELONGINGS[table].people) {
          await changeOf(table, trace, user).execute(transaction);
        }
      }
    });
  },
});

type Trace = (typeof BELONGINGS)[keyof Schema]['people'][number];

function changeOf(table: keyof Schema, { column, as, leaves }: Trace, user: string) {
  const [from, at] = [sql.table(table), sql.ref(column)];
  if (as === 'within') {
    const unmentioned = sql`replace(${at}, ${`<@${user}>`}, '@someone')`;
    return sql`update ${from} set ${at} = replace(${unmentioned}, ${user}, ${leaves}) where ${at} like ${`%${user}%`}`;
  }
  const where: RawBuilder<unknown> = sql`where ${at} = ${asStored(as, user)}`;
  return leaves === 'no row'
    ? sql`delete from ${from} ${where}`
    : sql`update ${from} set ${at} = ${leaves} ${where}`;
}

const asStored = (as: 'id' | 'user:id' | 'within', user: string): string =>
  as === 'user:id' ? `user:${user}` : user;
