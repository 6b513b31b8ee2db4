import type { Migration } from 'kysely/migration';

export const leases: Migration = {
  async up(db) {
    await db.schema
      .createTable('leases')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('until', 'integer', (column) => column.notNull())
      .execute();
  },
};
