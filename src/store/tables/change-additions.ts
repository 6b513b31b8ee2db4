import { type Kysely, sql, type Transaction } from 'kysely';
import { addedRows, type Row, rowsAtATime } from './added-rows.ts';
import { type Additions, MOST_ADDED, MOST_IMPORTED, type NewAddition } from './addition.ts';
import { countAdded, countImports } from './count-additions.ts';
import { latestAddition } from './latest-addition.ts';
import type { Schema } from './schema.ts';

/** What changes a server's additions: each change has the server for itself, and is whole or isn't. */
export const changeAdditions = (db: Kysely<Schema>): Pick<Additions, 'add' | 'undo'> => ({
  async add({ guild, by, at, kind, file, documents }) {
    const rows = await addedRows(documents);
    return db.transaction().execute(async (transaction) => {
      const version = (await lockVersion(transaction, guild)) + 1;
      const present = await presentIds(transaction, guild, rows);
      const fresh = rows.filter(({ document }) => !present.has(document));
      const held = await countAdded(transaction, guild);
      if (held + fresh.length > MOST_ADDED) {
        return { kind: 'too many', held, fresh: fresh.length };
      }
      if (fresh.length > 0) {
        if (await isTooOften(transaction, { guild, kind, at })) return { kind: 'too often' };
        const row = { guild, version, kind, file, added_by: by, added_at: at.getTime() };
        await transaction
          .insertInto('additions')
          .values({ ...row, undone_at: null })
          .execute();
        await insertDocuments(transaction, guild, version, fresh);
        await setVersion(transaction, guild, version);
      }
      return { kind: 'added', added: fresh.map(({ document }) => document), present: [...present] };
    });
  },

  undo: (guild, by, since, at, meant) =>
    db.transaction().execute(async (transaction) => {
      const version = await lockVersion(transaction, guild);
      const last = await latestAddition(transaction, guild, by, since);
      if (!last || (meant !== undefined && meant !== last.version)) return undefined;
      await transaction
        .deleteFrom('added_documents')
        .where('guild', '=', guild)
        .where('version', '=', last.version)
        .execute();
      await transaction
        .updateTable('additions')
        .set({ undone_at: at.getTime() })
        .where('guild', '=', guild)
        .where('version', '=', last.version)
        .execute();
      await setVersion(transaction, guild, version + 1);
      return last;
    }),
});

/** Whether a server has imported as many files as it may. */
async function isTooOften(
  transaction: Transaction<Schema>,
  { guild, kind, at }: Pick<NewAddition, 'guild' | 'kind' | 'at'>,
): Promise<boolean> {
  if (kind !== 'import') return false;
  const since = new Date(at.getTime() - MOST_IMPORTED.withinMs);
  return (await countImports(transaction, guild, since)) >= MOST_IMPORTED.files;
}

/** The version of a server, which nobody else changes until the transaction ends. */
async function lockVersion(transaction: Transaction<Schema>, guild: string): Promise<number> {
  const { version } = await transaction
    .insertInto('addition_versions')
    .values({ guild, version: 0 })
    .onConflict((conflict) =>
      conflict.column('guild').doUpdateSet({ version: sql<number>`addition_versions.version` }),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

async function setVersion(
  transaction: Transaction<Schema>,
  guild: string,
  version: number,
): Promise<void> {
  await transaction
    .updateTable('addition_versions')
    .set({ version })
    .where('guild', '=', guild)
    .execute();
}

async function insertDocuments(
  transaction: Transaction<Schema>,
  guild: string,
  version: number,
  rows: readonly Row[],
): Promise<void> {
  let position = 0;
  for await (const some of rowsAtATime(rows)) {
    const values = some.map((row) => ({ ...row, guild, version, position: position++ }));
    await transaction.insertInto('added_documents').values(values).execute();
  }
}

/** Which of the documents a server has already. */
async function presentIds(
  transaction: Transaction<Schema>,
  guild: string,
  rows: readonly Row[],
): Promise<ReadonlySet<string>> {
  const present = new Set<string>();
  for await (const some of rowsAtATime(rows)) {
    const ids = some.map(({ document }) => document);
    const found = await transaction
      .selectFrom('added_documents')
      .select('document')
      .where('guild', '=', guild)
      .where('document', 'in', ids)
      .execute();
    for (const { document } of found) present.add(document);
  }
  return present;
}
