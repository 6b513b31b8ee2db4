import type { Migration } from 'kysely/migration';

export const dayPostTries: Migration = {
  async up(db) {
    await db.schema
      .alterTable('day_posts')
      .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();
    await db.schema
      .alterTable('day_posts')
      .addColumn('begun_at', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
