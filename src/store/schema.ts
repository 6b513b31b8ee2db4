import type { Migration } from 'kysely/migration';

/** What a message's buttons need to work after a restart: the question that made it. */
type ViewsTable = {
  id: string;
  command: string;
  /** The command's input as JSON. */
  input: string;
  /** Discord user whose clicks turn the page in place. */
  owner: string;
  /** Milliseconds since the epoch. */
  created_at: number;
};

/** Which documents were drawn at random in which channel, so that none comes twice. */
type DrawsTable = { channel: string; document: string };

export type Schema = { views: ViewsTable; draws: DrawsTable };

/** In the order in which they run. A migration that has been released is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-views-and-draws': {
    async up(db) {
      await db.schema
        .createTable('views')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('command', 'text', (column) => column.notNull())
        .addColumn('input', 'text', (column) => column.notNull())
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('created_at', 'integer', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('views_created_at').on('views').column('created_at').execute();
      await db.schema
        .createTable('draws')
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('draws_key', ['channel', 'document'])
        .execute();
    },
  },
};
