import type { Kysely } from 'kysely';
import { patiently } from './patience.ts';
import type { Schema } from './schema.ts';

/** A document in a list, with who put it there, when and why. */
export type ListItem = {
  document: string;
  /** As they were when it was added. */
  title: string;
  fingerprint: string;
  /** Empty where nobody said why. */
  note: string;
  addedBy: string;
  addedAt: Date;
};

export type ListItems = {
  /** @returns false where the list has the document already; then nothing changes */
  add(list: number, item: ListItem): Promise<boolean>;
  /** @returns whether it was in the list */
  remove(list: number, document: string): Promise<boolean>;
  /** @returns whether the document is in the list */
  setNote(list: number, document: string, note: string): Promise<boolean>;
  /** In the order in which they were added. */
  of(list: number): Promise<readonly ListItem[]>;
};

export const createListItems = (db: Kysely<Schema>): ListItems => ({
  async add(list, { addedBy, addedAt, ...item }) {
    const row = { ...item, list, added_by: addedBy, added_at: addedAt.getTime() };
    const { numInsertedOrUpdatedRows } = await patiently(() =>
      db
        .insertInto('list_items')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow(),
    );
    return numInsertedOrUpdatedRows === 1n;
  },

  async remove(list, document) {
    const { numDeletedRows } = await patiently(() =>
      db
        .deleteFrom('list_items')
        .where('list', '=', list)
        .where('document', '=', document)
        .executeTakeFirstOrThrow(),
    );
    return numDeletedRows > 0n;
  },

  async setNote(list, document, note) {
    const { numUpdatedRows } = await patiently(() =>
      db
        .updateTable('list_items')
        .set({ note })
        .where('list', '=', list)
        .where('document', '=', document)
        .executeTakeFirstOrThrow(),
    );
    return numUpdatedRows > 0n;
  },

  async of(list) {
    const rows = await patiently(() =>
      db
        .selectFrom('list_items')
        .selectAll()
        .where('list', '=', list)
        .orderBy('added_at')
        .orderBy('document')
        .execute(),
    );
    return rows.map(({ added_by, added_at, list: _list, ...item }) => ({
      ...item,
      addedBy: added_by,
      addedAt: new Date(added_at),
    }));
  },
});
