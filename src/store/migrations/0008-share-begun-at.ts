import type { Migration } from 'kysely/migration';

/** Null for what was entered before it was kept. */
export const shareBegunAt: Migration = {
  async up(db) {
    await db.schema.alterTable('shares').addColumn('begun_at', 'integer').execute();
  },
};
