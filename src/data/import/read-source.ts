import { decodingDoubts } from './encoding/decoding-doubts.ts';
import type { Format, SourceFile } from './format.ts';
import { type ReadingContext, readFound, type SourceContents } from './read-found.ts';

/**
 * Reads a source to its end, or as far as it can be read.
 * @throws what the file system throws
 */
export async function readSource(
  source: SourceFile,
  format: Format,
  context: ReadingContext,
): Promise<SourceContents> {
  const { map, spool } = context;
  const contents = await readFound(format.read(source, { map, spool }), source.name, context);
  return { ...contents, notes: [...decodingDoubts(source), ...contents.notes] };
}
