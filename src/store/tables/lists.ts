import { type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import { keyOf } from './list-names.ts';
import type { Schema } from './schema.ts';

/** A list of documents: a person's own, or a server's. */
export type List = {
  id: number;
  /** `user:ID` or `guild:ID`. */
  scope: string;
  name: string;
  createdBy: string;
  /** How many documents are in it. */
  size: number;
  /** Undefined as long as it was not deleted. */
  deletedAt: Date | undefined;
};

/** A list that is to be made; `createdIn` is the interaction that asks for it. */
type NewList = Pick<List, 'scope' | 'name' | 'createdBy'> & { createdIn?: string | null };

export type Lists = {
  /**
   * Makes a list, once for an interaction, whichever of two instances of the bot is first.
   * @returns undefined if the scope has another list of this name, letter case aside
   */
  create(list: NewList, at: Date): Promise<List | undefined>;
  /** Deleted ones included. */
  find(id: number): Promise<List | undefined>;
  /** The lists of these scopes, by name; or those of them that were deleted since a moment. */
  of(scopes: readonly string[], deletedSince?: Date): Promise<readonly List[]>;
  /** @returns false if the scope has another list of this name */
  rename(id: number, name: string): Promise<boolean>;
  delete(id: number, at: Date): Promise<void>;
  /** @returns false if the scope has a list of this name by now */
  restore(id: number): Promise<boolean>;
  /** Drops for good what was deleted before the moment. */
  forgetDeletedBefore(moment: Date): Promise<void>;
};

export const createLists = (db: Kysely<Schema>): Lists => {
  const selected = () =>
    db
      .selectFrom('lists')
      .selectAll()
      .select((select) =>
        select
          .selectFrom('list_items')
          .select(sql<number>`count(*)`.as('size'))
          .whereRef('list_items.list', '=', 'lists.id')
          .as('size'),
      );
  const find = async (id: number) => {
    const row = await selected().where('id', '=', id).executeTakeFirst();
    return row && toList(row);
  };
  /** Whether a change was made; it is not where it would give two lists one name. */
  const changes = async (change: Updateable<Schema['lists']>, id: number) => {
    try {
      await db.updateTable('lists').set(change).where('id', '=', id).execute();
      return true;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
  };

  return {
    find,

    async create({ scope, name, createdBy, createdIn = null }, at) {
      const row = {
        scope,
        name,
        key: keyOf(name),
        created_by: createdBy,
        created_in: createdIn,
      };
      const inserted = await db
        .insertInto('lists')
        .values({ ...row, created_at: at.getTime(), deleted_at: null })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (inserted) return find(inserted.id);
      const made = await selected()
        .where('scope', '=', scope)
        .where('created_in', '=', createdIn)
        .executeTakeFirst();
      return made && toList(made);
    },

    async of(scopes, deletedSince) {
      const ofScopes = selected()
        .where('scope', 'in', [...scopes])
        .orderBy('key');
      const wanted = deletedSince
        ? ofScopes.where('deleted_at', '>=', deletedSince.getTime())
        : ofScopes.where('deleted_at', 'is', null);
      const rows = await wanted.execute();
      return rows.map(toList);
    },

    rename: (id, name) => changes({ name, key: keyOf(name) }, id),

    async delete(id, at) {
      await changes({ deleted_at: at.getTime() }, id);
    },

    restore: (id) => changes({ deleted_at: null }, id),

    async forgetDeletedBefore(moment) {
      await db.deleteFrom('lists').where('deleted_at', '<', moment.getTime()).execute();
    },
  };
};

/**
 * Whether a row would be the second of a key, in SQLite or PostgreSQL.
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const isTaken = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'SQLITE_CONSTRAINT_UNIQUE' || error.code === '23505');

type Row = Selectable<Schema['lists']> & { size: number | null };

const toList = ({ id, scope, name, created_by, deleted_at, size }: Row): List => ({
  id,
  scope,
  name,
  createdBy: created_by,
  size: size ?? 0,
  deletedAt: deleted_at === null ? undefined : new Date(deleted_at),
});
