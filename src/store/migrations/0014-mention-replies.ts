import type { Migration } from 'kysely/migration';

export const mentionReplies: Migration = {
  async up(db) {
    await db.schema
      .createTable('mention_replies')
      .addColumn('message', 'text', (column) => column.primaryKey())
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('reply', 'text', (column) => column.notNull())
      .addColumn('at', 'integer', (column) => column.notNull())
      .execute();
  },
};
