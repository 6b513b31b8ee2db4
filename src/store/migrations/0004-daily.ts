import type { Migration } from 'kysely/migration';

export const daily: Migration = {
  async up(db) {
    await db.schema
      .createTable('subscriptions')
      .addColumn('guild', 'text', (column) => column.primaryKey())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('time', 'text', (column) => column.notNull())
      .addColumn('zone', 'text', (column) => column.notNull())
      .addColumn('empty', 'text', (column) => column.notNull())
      .addColumn('set_by', 'text', (column) => column.notNull())
      .addColumn('set_at', 'integer', (column) => column.notNull())
      .addColumn('paused', 'text')
      .addColumn('told', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('day_posts')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('lease_until', 'integer', (column) => column.notNull())
      .addColumn('channel', 'text')
      .addColumn('message', 'text')
      .addPrimaryKeyConstraint('day_posts_key', ['guild', 'day'])
      .execute();
  },
};
