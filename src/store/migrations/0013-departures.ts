import type { Migration } from 'kysely/migration';

/** `at` is null as long as the bot is in the server. Of what was drawn before, it wasn't kept in which server: null. */
export const departures: Migration = {
  async up(db) {
    await db.schema
      .createTable('departures')
      .addColumn('guild', 'text', (column) => column.primaryKey())
      .addColumn('at', 'integer')
      .execute();
    await db.schema.alterTable('draws').addColumn('guild', 'text').execute();
  },
};
