import type { Migration } from 'kysely/migration';

/** All are null for what was written before they were kept. */
export const listAuthors: Migration = {
  async up(db) {
    await db.schema.alterTable('list_items').addColumn('note_by', 'text').execute();
    await db.schema.alterTable('list_items').addColumn('note_at', 'integer').execute();
    await db.schema.alterTable('lists').addColumn('created_in', 'text').execute();
  },
};
