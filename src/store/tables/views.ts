import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** The question behind a message, so that its buttons work after a restart. */
type View = {
  id: string;
  command: string;
  /** As the command wrote it; checked again by the command that reads it. */
  input: unknown;
  owner: string;
  createdAt: Date;
};

export type Views = {
  /**
   * Keeps a question and gives the id that its buttons carry.
   * @param id its own, if it may be kept again; then the first stays
   */
  save(view: Omit<View, 'id'>, id?: string): Promise<string>;
  find(id: string): Promise<View | undefined>;
  /** Drops what was kept before the moment. */
  forgetBefore(moment: Date): Promise<void>;
};

export const createViews = (db: Kysely<Schema>): Views => ({
  async save({ command, input, owner, createdAt }, own) {
    const id = own ?? randomBytes(9).toString('base64url');
    const row = {
      id,
      command,
      input: JSON.stringify(input),
      owner,
      created_at: createdAt.getTime(),
    };
    await db
      .insertInto('views')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return id;
  },

  async find(id) {
    const row = await db.selectFrom('views').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const { created_at, ...view } = row;
    return { ...view, input: JSON.parse(row.input), createdAt: new Date(created_at) };
  },

  async forgetBefore(moment) {
    await db.deleteFrom('views').where('created_at', '<', moment.getTime()).execute();
  },
});
