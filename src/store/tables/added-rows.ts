import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Document } from '../../data/corpus/document.ts';
import { fingerprint } from '../../data/corpus/fingerprint.ts';
import type { Schema } from './schema.ts';

/** A document that is to be added, and where it stands in the file that it is from. */
export type NewDocument = { document: Document; line?: number | null; place?: string | null };

export type Row = Omit<Schema['added_documents'], 'guild' | 'version' | 'position'>;

/** SQLite takes 32,766 values in a statement. */
const AT_A_TIME = 500;

/** The rows of documents, of each id the first. */
export async function addedRows(documents: readonly NewDocument[]): Promise<Row[]> {
  const rows = new Map<string, Row>();
  for await (const some of rowsAtATime(documents)) {
    for (const { document, line = null, place = null } of some) {
      if (rows.has(document.id)) continue;
      const { id, ...others } = document;
      const record = JSON.stringify({ id, ...others });
      rows.set(id, { document: id, record, fingerprint: fingerprint(document), line, place });
    }
  }
  return [...rows.values()];
}

/** Some at a time; between them others in this process have their turn. */
export async function* rowsAtATime<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  for (let at = 0; at < items.length; at += AT_A_TIME) {
    if (at > 0) await nextTurn();
    yield items.slice(at, at + AT_A_TIME);
  }
}
