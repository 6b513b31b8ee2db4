import type { Migration } from 'kysely/migration';

export const viewsAndDraws: Migration = {
  async up(db) {
    await db.schema
      .createTable('views')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('command', 'text', (column) => column.notNull())
      .addColumn('input', 'text', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('created_at', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('views_created_at').on('views').column('created_at').execute();
    await db.schema
      .createTable('draws')
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('draws_key', ['channel', 'document'])
      .execute();
  },
};
