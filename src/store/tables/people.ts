import { type Kysely, sql } from 'kysely';
import { BELONGING_TABLES, personColumns } from './belongings.ts';
import type { Schema } from './schema.ts';
import { forgetTypedMentions, typedMentions } from './typed-mentions.ts';

/** What is stored about a person: rows as they stand, by table; tables without any are left out. */
export type Held = { readonly [Table in keyof Schema]?: readonly Schema[Table][] };

export type People = {
  /** The rows that are a person's, or that name them as who did something. */
  held(user: string): Promise<Held>;
  /**
   * In how many other rows a person's id was typed: in notes and names of lists, in what others look
   * for, in documents that were added. What they say is for those to read whose they are.
   */
  mentions(user: string): Promise<number>;
  /**
   * Takes a person's id out of every table: what is theirs alone goes, what others share loses the
   * name, also where somebody typed it. All at once or not at all.
   */
  forget(user: string): Promise<void>;
};

export const createPeople = (db: Kysely<Schema>): People => ({
  async held(user) {
    const found: [string, unknown[]][] = [];
    for (const table of BELONGING_TABLES) {
      const columns = personColumns(table);
      if (columns.length === 0) continue;
      const named = columns.map(
        ({ column, as }) => sql`${sql.ref(column)} = ${asStored(as, user)}`,
      );
      const asked = sql`select * from ${sql.table(table)} where ${sql.join(named, sql` or `)}`;
      const { rows } = await asked.execute(db);
      if (rows.length > 0) found.push([table, rows]);
    }
    return Object.fromEntries(found) as Held;
  },

  async mentions(user) {
    const all = await typedMentions(db, user);
    return all.filter(
      ({ table, row }) =>
        !personColumns(table).some(({ column, as }) => row[column] === asStored(as, user)),
    ).length;
  },

  async forget(user) {
    await db.transaction().execute(async (transaction) => {
      for (const table of BELONGING_TABLES) {
        for (const column of personColumns(table)) {
          await changeOf(table, column, user).execute(transaction);
        }
      }
      await forgetTypedMentions(transaction, await typedMentions(transaction, user));
    });
  },
});

type PersonColumn = ReturnType<typeof personColumns>[number];

function changeOf(table: keyof Schema, { column, as, leaves }: PersonColumn, user: string) {
  const [from, at] = [sql.table(table), sql.ref(column)];
  const where = sql`where ${at} = ${asStored(as, user)}`;
  return leaves === 'no row'
    ? sql`delete from ${from} ${where}`
    : sql`update ${from} set ${at} = ${leaves} ${where}`;
}

const asStored = (as: 'id' | 'user:id', user: string): string =>
  as === 'user:id' ? `user:${user}` : user;
