import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  Format,
  Found,
  MappedField,
  ReadingOptions,
  SourceFile,
} from '../../src/data/import/format.ts';
import { formatOf } from '../../src/data/import/formats.ts';
import { sourceOf } from '../../src/data/import/source-file.ts';
import type { SourceRecord } from '../../src/data/import/source-record.ts';
import { openSpool } from '../../src/data/import/spool.ts';

/** What a source gives, and the format that it was known for. */
export type SourceReading = {
  format: string | undefined;
  records: readonly SourceRecord[];
  /** All but records. */
  others: readonly Found[];
  /** Why it could not be read any further. */
  error: string | undefined;
};

/** Reads a source in the format that its content tells, or in one that is named. */
export async function foundIn(
  content: string | Uint8Array,
  map: Partial<Record<MappedField, string>> = {},
  named?: Format,
): Promise<SourceReading> {
  const source = await sourceOf('source', content);
  const columns = new Map(Object.entries(map) as [MappedField, string][]);
  return readAll(source, named ?? formatOf(source.sample, columns), columns);
}

/** Reads a source to its end, or as far as it goes. */
export async function readAll(
  source: SourceFile,
  format: Format | undefined,
  map: ReadingOptions['map'] = new Map(),
): Promise<SourceReading> {
  const records: SourceRecord[] = [];
  const others: Found[] = [];
  let error: string | undefined;
  await using spool = await openSpool(join(await mkdtemp(join(tmpdir(), 'found-')), 'spool'));
  try {
    for await (const found of format?.read(source, { map, spool }) ?? []) {
      if (found.kind === 'record') records.push(found.record);
      else others.push(found);
    }
  } catch (thrown) {
    error = (thrown as Error).message;
  }
  return { format: format?.name, records, others, error };
}
