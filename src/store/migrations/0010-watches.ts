import type { Migration } from 'kysely/migration';

export const watches: Migration = {
  async up(db) {
    await db.schema
      .createTable('known_documents')
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('change', 'integer', (column) => column.notNull())
      .addColumn('news', 'text')
      .addPrimaryKeyConstraint('known_documents_key', ['scope', 'document', 'content'])
      .execute();
    await db.schema
      .createIndex('known_documents_of_content')
      .on('known_documents')
      .columns(['scope', 'content'])
      .execute();
    await db.schema
      .createIndex('known_documents_of_change')
      .on('known_documents')
      .columns(['scope', 'change'])
      .execute();
    await db.schema
      .createTable('changes')
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('at', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('watches')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('guild', 'text')
      .addColumn('channel', 'text')
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('created_at', 'integer', (column) => column.notNull())
      .addColumn('seen', 'integer', (column) => column.notNull())
      .addColumn('paused', 'text')
      .addColumn('told', 'integer', (column) => column.notNull())
      .execute();
    for (const column of ['owner', 'guild', 'channel', 'seen']) {
      await db.schema.createIndex(`watches_by_${column}`).on('watches').column(column).execute();
    }
    await db.schema
      .createTable('digests')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('watch', 'text', (column) =>
        column.notNull().references('watches.id').onDelete('cascade'),
      )
      .addColumn('since', 'integer', (column) => column.notNull())
      .addColumn('until', 'integer', (column) => column.notNull())
      .addColumn('made_at', 'integer', (column) => column.notNull())
      .addColumn('news', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('lease_until', 'integer', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('begun_at', 'integer')
      .addColumn('channel', 'text')
      .addColumn('message', 'text')
      .addUniqueConstraint('digests_of_watch', ['watch', 'since'])
      .execute();
    await db.schema
      .createIndex('digests_by_state')
      .on('digests')
      .columns(['state', 'lease_until'])
      .execute();
  },
};
