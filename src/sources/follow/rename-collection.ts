import { originsOf, withOrigins } from '../../data/import/origins.ts';
import type { Spool } from '../../data/import/spool.ts';
import {
  readLine,
  type SpooledDocument,
  spoolDocument,
} from '../../data/import/spooled-document.ts';
import type { SourceYield } from './follow-source.ts';

/**
 * Gives the documents that a source has the say of the new name of a collection that was renamed there.
 * Their ids stay.
 * @returns all documents, and how many of them were renamed
 */
export async function renameCollection(
  documents: readonly SpooledDocument[],
  { name, renamed, documents: read }: Pick<SourceYield, 'name' | 'renamed' | 'documents'>,
  spool: Spool,
): Promise<{ documents: readonly SpooledDocument[]; count: number }> {
  if (!renamed) return { documents, count: 0 };
  // What was read has the new name already.
  const keys = new Set(read.map(({ origin }) => origin?.record));
  const after: SpooledDocument[] = [];
  let count = 0;
  for (const one of documents) {
    const isMeant = one.origin?.source === name && !keys.has(one.origin.record);
    const given = isMeant ? await withName(one, renamed, spool) : one;
    if (given !== one) count += 1;
    after.push(given);
  }
  return { documents: after, count };
}

async function withName(
  spooled: SpooledDocument,
  { from, to }: NonNullable<SourceYield['renamed']>,
  spool: Spool,
): Promise<SpooledDocument> {
  const document = JSON.parse(await readLine(spooled, spool));
  if (document.collection !== from) return spooled;
  const named = await spoolDocument({ ...document, collection: to }, spool, null, spooled.text);
  return withOrigins(named, originsOf(spooled));
}
