import type { Migration } from 'kysely/migration';

/** Of what was drawn before, it wasn't kept in which server: null. */
export const departures: Migration = {
  async up(db) {
    await db.schema
      .createTable('departures')
      .addColumn('guild', 'text', (column) => column.primaryKey())
      .addColumn('at', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.alterTable('draws').addColumn('guild', 'text').execute();
  },
};
