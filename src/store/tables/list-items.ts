import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

type Row = Schema['list_items'];

/** A note with who wrote it and when, as far as that was kept. */
export type Note = {
  /** Empty where nobody said why. */
  text: string;
  by: string | undefined;
  at: Date | undefined;
};

/** A document in a list, with who put it there, when and why. */
export type ListItem = {
  document: string;
  /** As they were when it was added. */
  title: string;
  fingerprint: string;
  /** Why it is there. */
  note: Note;
  addedBy: string;
  addedAt: Date;
};

export type ListItems = {
  /** @returns false if the list has the document already; then nothing changes */
  add(list: number, item: ListItem): Promise<boolean>;
  /** @returns whether it was in the list */
  remove(list: number, document: string): Promise<boolean>;
  /** @returns whether the document is in the list */
  setNote(list: number, document: string, note: Note): Promise<boolean>;
  /**
   * Puts an item back as it was, whatever has become of it since.
   * @returns what it takes the place of
   */
  putBack(list: number, item: ListItem): Promise<ListItem | undefined>;
  /** In the order in which they were added. */
  of(list: number): Promise<readonly ListItem[]>;
};

export const createListItems = (db: Kysely<Schema>): ListItems => ({
  async add(list, item) {
    const row = toRow(list, item);
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('list_items')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },

  async remove(list, document) {
    const { numDeletedRows } = await db
      .deleteFrom('list_items')
      .where('list', '=', list)
      .where('document', '=', document)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  },

  async setNote(list, document, note) {
    const { numUpdatedRows } = await db
      .updateTable('list_items')
      .set(noteColumns(note))
      .where('list', '=', list)
      .where('document', '=', document)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  },

  async putBack(list, item) {
    const row = toRow(list, item);
    const replaced = await db
      .selectFrom('list_items')
      .selectAll()
      .where('list', '=', list)
      .where('document', '=', item.document)
      .executeTakeFirst();
    await db
      .insertInto('list_items')
      .values(row)
      .onConflict((conflict) => conflict.columns(['list', 'document']).doUpdateSet(row))
      .execute();
    return replaced && toItem(replaced);
  },

  async of(list) {
    const rows = await db
      .selectFrom('list_items')
      .selectAll()
      .where('list', '=', list)
      .orderBy('added_at')
      .orderBy('document')
      .execute();
    return rows.map(toItem);
  },
});

const toRow = (list: number, { addedBy, addedAt, note, ...item }: ListItem): Row => ({
  ...item,
  ...noteColumns(note),
  list,
  added_by: addedBy,
  added_at: addedAt.getTime(),
});

const toItem = ({
  added_by,
  added_at,
  note,
  note_by,
  note_at,
  list: _list,
  ...item
}: Row): ListItem => ({
  ...item,
  note: {
    text: note,
    by: note_by ?? undefined,
    at: note_at === null ? undefined : new Date(note_at),
  },
  addedBy: added_by,
  addedAt: new Date(added_at),
});

/** Nobody has written an empty note. */
const noteColumns = ({ text, by, at }: Note) => ({
  note: text,
  note_by: (text && by) || null,
  note_at: (text && at?.getTime()) || null,
});
