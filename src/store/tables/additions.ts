import { type Kysely, sql } from 'kysely';
import { type Additions, afterVersion, toAddition } from './addition.ts';
import { changeAdditions } from './change-additions.ts';
import { countAdded, countImports } from './count-additions.ts';
import { latestAddition } from './latest-addition.ts';
import type { Schema } from './schema.ts';

export const createAdditions = (db: Kysely<Schema>): Additions => ({
  ...changeAdditions(db),

  async version(guild) {
    const row = await db
      .selectFrom('addition_versions')
      .select('version')
      .where('guild', '=', guild)
      .executeTakeFirst();
    return row?.version ?? 0;
  },

  count: (guild) => countAdded(db, guild),

  latest: (guild, by, since) => latestAddition(db, guild, by, since),

  importsSince: (guild, moment) => countImports(db, guild, moment),

  async find(guild, ids) {
    if (ids.length === 0) return new Map();
    const rows = await selectAdded(db, guild)
      .select('document')
      .where('document', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.document, toAddition(row)]));
  },

  async documents(guild, after, limit) {
    const { version, index } = after ?? afterVersion(-1);
    const rows = await selectAdded(db, guild)
      .select(['document', 'record', 'fingerprint', 'line', 'place', 'position'])
      .select('added_documents.version')
      .where(
        sql<boolean>`(added_documents.version, added_documents.position) > (${version}, ${index})`,
      )
      .orderBy('added_documents.version')
      .orderBy('added_documents.position')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      ...toAddition(row),
      id: row.document,
      json: row.record,
      fingerprint: row.fingerprint,
      line: row.line,
      place: row.place,
      position: { version: row.version, index: row.position },
    }));
  },

  async forgetUndoneBefore(moment) {
    await db.deleteFrom('additions').where('undone_at', '<', moment.getTime()).execute();
  },
});

const selectAdded = (db: Kysely<Schema>, guild: string) =>
  db
    .selectFrom('added_documents')
    .innerJoin('additions', (join) =>
      join
        .onRef('additions.guild', '=', 'added_documents.guild')
        .onRef('additions.version', '=', 'added_documents.version'),
    )
    .select(['kind', 'file', 'added_by', 'added_at'])
    .where('added_documents.guild', '=', guild);
