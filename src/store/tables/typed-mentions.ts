import { randomBytes } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Document } from '../../data/corpus/document.ts';
import { contentOf, fingerprint } from '../../data/corpus/fingerprint.ts';
import { typedColumns } from './belongings.ts';
import { KEYS, type KeyedTable } from './keys.ts';
import { freeName, keyOf } from './list-names.ts';
import type { Schema } from './schema.ts';
import { withoutPerson } from './without-person.ts';

const TYPED_TABLES = (Object.keys(KEYS) as KeyedTable[]).filter(
  (table) => typedColumns(table).length > 0,
);

const plain = (name: string): string => name.normalize('NFKC');

type Row = Readonly<Record<string, unknown>>;

/** A row in which a person's id was typed, and the columns that change when it is taken out. */
export type TypedMention = { table: KeyedTable; row: Row; changed: Record<string, string> };

/** Where a person's id stands in what people typed. */
export async function typedMentions(
  db: Kysely<Schema>,
  user: string,
): Promise<readonly TypedMention[]> {
  const mark = randomBytes(3).toString('hex');
  const found: TypedMention[] = [];
  for (const table of TYPED_TABLES) {
    const columns = typedColumns(table);
    const has = columns.map(({ column }) => sql`${sql.ref(column)} like ${`%${user}%`}`);
    const asked = sql<Row>`select * from ${sql.table(table)} where ${sql.join(has, sql` or `)}`;
    const { rows } = await asked.execute(db);
    for (const row of rows) {
      const changed = columns.flatMap(({ column, as }) => {
        const before = row[column];
        if (typeof before !== 'string' || !before.includes(user)) return [];
        const after = withoutPerson(before, as, user, mark);
        return after === before ? [] : [[column, after] as const];
      });
      if (changed.length === 0) continue;
      // A list's key may hold the id in other figures than its name does.
      const name = table === 'lists' && withoutPerson(plain(String(row.name)), 'text', user, mark);
      found.push({ table, row, changed: name ? { name } : Object.fromEntries(changed) });
    }
  }
  return found;
}

/** Takes a person's id out of what people typed. */
export async function forgetTypedMentions(
  db: Transaction<Schema>,
  mentions: readonly TypedMention[],
): Promise<void> {
  for (const { table, row, changed } of mentions) {
    await update(db, table, row, await completed(db, table, row, changed));
  }
  const added = mentions.filter(({ table }) => table === 'added_documents');
  for (const { row, changed } of added) await followAddedDocument(db, row, changed);
  for (const guild of new Set(added.map(({ row }) => String(row.guild)))) {
    // What is held in memory of a server's additions is read anew.
    await db
      .updateTable('addition_versions')
      .set({ version: sql<number>`version + 1` })
      .where('guild', '=', guild)
      .execute();
  }
}

/** What else of the row changes with it. */
async function completed(
  db: Kysely<Schema>,
  table: KeyedTable,
  row: Row,
  changed: Record<string, string>,
): Promise<Row> {
  if (table === 'lists' && changed.name !== undefined) {
    const name = await freeName(db, String(row.scope), changed.name);
    return { name, key: keyOf(name) };
  }
  if (table === 'added_documents' && changed.record !== undefined) {
    return { ...changed, fingerprint: fingerprint(readRecord(changed.record)) };
  }
  return changed;
}

/** That a document says something else because somebody was forgotten isn't news. */
async function followAddedDocument(
  db: Kysely<Schema>,
  row: Row,
  changed: Record<string, string>,
): Promise<void> {
  const { record } = changed;
  if (record === undefined) return;
  const [before, after] = [readRecord(String(row.record)), readRecord(record)].map(contentOf);
  const scope = String(row.guild);
  const [old, now] = [before?.content ?? '', after?.content ?? ''];
  const saysSo = db
    .selectFrom('known_documents')
    .select('document')
    .where('scope', '=', scope)
    .where('content', '=', now);
  // A document may be known with what it says now, too.
  await db
    .deleteFrom('known_documents')
    .where('scope', '=', scope)
    .where('content', '=', old)
    .where('document', 'in', saysSo)
    .execute();
  await db
    .updateTable('known_documents')
    .set({ content: now })
    .where('scope', '=', scope)
    .where('content', '=', old)
    .execute();
  // Nor has it changed since it was put into a list or shared.
  const document = changed.document ?? String(row.document);
  const shown = fingerprint(readRecord(record));
  for (const table of ['list_items', 'shares'] as const) {
    await db
      .updateTable(table)
      .set({ fingerprint: shown })
      .where('document', '=', document)
      .where('fingerprint', '=', String(row.fingerprint))
      .execute();
  }
}

const readRecord = (record: string): Document => JSON.parse(record);

/** Changes one row. */
async function update(
  db: Kysely<Schema>,
  table: KeyedTable,
  row: Row,
  changed: Row,
): Promise<void> {
  const sets = Object.entries(changed).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const isIt = KEYS[table].map((column) => sql`${sql.ref(column)} = ${row[column]}`);
  const where = sql.join(isIt, sql` and `);
  await sql`update ${sql.table(table)} set ${sql.join(sets)} where ${where}`.execute(db);
}
