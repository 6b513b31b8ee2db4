import type { Migration } from 'kysely/migration';

export const additions: Migration = {
  async up(db) {
    await db.schema
      .createTable('addition_versions')
      .addColumn('guild', 'text', (column) => column.primaryKey())
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('additions')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('file', 'text')
      .addColumn('added_by', 'text')
      .addColumn('added_at', 'integer', (column) => column.notNull())
      .addColumn('undone_at', 'integer')
      .addPrimaryKeyConstraint('additions_key', ['guild', 'version'])
      .execute();
    await db.schema
      .createTable('added_documents')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('record', 'text', (column) => column.notNull())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('line', 'integer')
      .addColumn('place', 'text')
      .addPrimaryKeyConstraint('added_documents_key', ['guild', 'document'])
      .execute();
    await db.schema
      .createIndex('added_documents_in_order')
      .on('added_documents')
      .columns(['guild', 'version', 'position'])
      .execute();
  },
};
