import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { decodingDoubts } from '../../data/import/encoding/decoding-doubts.ts';
import { type Format, type Found, SourceError } from '../../data/import/format.ts';
import { formatOf } from '../../data/import/formats.ts';
import { openSource } from '../../data/import/open-source.ts';
import { openSpool } from '../../data/import/spool.ts';
import { whyUnknown } from '../../data/import/why-unknown.ts';
import type { ReadingSettings } from '../settings/reading-settings.ts';
import type { Part } from './kind.ts';

/** A file as a part of a source, and the format that it turned out to have. */
export type OpenedPart = { part: Part; format: Format };

/**
 * Opens a file, that was saved from a source perhaps, to be read by the formats of the import.
 * @param path where it lies
 * @param folder for temporary files
 * @param name what the documents' origins have as their file
 * @throws SourceError if it is in no format that is known; what the file system throws
 */
export async function openPart(
  path: string,
  folder: string,
  settings: ReadingSettings,
  name = path,
): Promise<OpenedPart> {
  const { map, encoding, collection, century: years, text: withTexts } = settings;
  const source = { ...(await openSource(path, folder, encoding)), name };
  const format = settings.format ?? formatOf(source.sample, map);
  if (!format) throw new SourceError(whyUnknown(source.sample));
  const found = async function* (): AsyncGenerator<Found> {
    for (const text of decodingDoubts(source)) yield { kind: 'note', text };
    await using spool = await openSpool(join(folder, randomUUID()));
    yield* format.read(source, { map, spool });
  };
  return { part: { name, found: found(), collection, years, withTexts }, format };
}
