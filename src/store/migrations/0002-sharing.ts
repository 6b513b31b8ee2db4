import type { Migration } from 'kysely/migration';

export const sharing: Migration = {
  async up(db) {
    await db.schema
      .createTable('shares')
      .addColumn('message', 'text', (column) => column.primaryKey())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('parent', 'text', (column) => column.notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('user', 'text', (column) => column.notNull())
      .addColumn('at', 'integer', (column) => column.notNull())
      .addColumn('sent', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('shares_of_document')
      .on('shares')
      .columns(['scope', 'document', 'at'])
      .execute();
    await db.schema
      .createTable('discussions')
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('thread', 'text', (column) => column.notNull())
      .addColumn('user', 'text', (column) => column.notNull())
      .addColumn('at', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('discussions_key', ['channel', 'document'])
      .execute();
    await db.schema
      .createIndex('discussions_of_document')
      .on('discussions')
      .columns(['scope', 'document'])
      .execute();
    await db.schema
      .createTable('settings')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('settings_key', ['guild', 'name'])
      .execute();
  },
};
