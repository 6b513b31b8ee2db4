import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const lists: Migration = {
  async up(db) {
    await db.schema
      .createTable('lists')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'integer', (column) => column.notNull())
      .addColumn('deleted_at', 'integer')
      .execute();
    await db.schema
      .createIndex('lists_of_scope')
      .unique()
      .on('lists')
      .columns(['scope', 'key'])
      .where(sql.ref('deleted_at'), 'is', null)
      .execute();
    await db.schema
      .createTable('list_items')
      .addColumn('list', 'integer', (column) =>
        column.notNull().references('lists.id').onDelete('cascade'),
      )
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('note', 'text', (column) => column.notNull())
      .addColumn('added_by', 'text', (column) => column.notNull())
      .addColumn('added_at', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('list_items_key', ['list', 'document'])
      .execute();
  },
};
