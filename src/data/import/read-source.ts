import { decodingDoubts } from './encoding/decoding-doubts.ts';
import type { Format, Found, SourceFile } from './format.ts';
import { type ReadingContext, readFound, type SourceContents } from './read-found.ts';

/** A source has more records than were to be read; nothing was written. */
export class TooManyRecords extends Error {
  override name = 'TooManyRecords';
}

/** `most`: how many records it may have, refused ones included. */
type SourceContext = ReadingContext & { most: number | undefined };

/**
 * Reads a source to its end, or as far as it can be read.
 * @throws TooManyRecords, and what the file system throws
 */
export async function readSource(
  source: SourceFile,
  format: Format,
  { most, ...context }: SourceContext,
): Promise<SourceContents> {
  const { map, spool } = context;
  const found = atMost(format.read(source, { map, spool }), most);
  const contents = await readFound(found, source.name, context);
  return { ...contents, notes: [...decodingDoubts(source), ...contents.notes] };
}

async function* atMost(all: AsyncIterable<Found>, most = Infinity): AsyncGenerator<Found> {
  let seen = 0;
  for await (const found of all) {
    if (found.kind === 'record' || found.kind === 'refused') seen += 1;
    if (seen > most) throw new TooManyRecords();
    yield found;
  }
}
