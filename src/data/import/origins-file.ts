import { existsSync } from 'node:fs';
import { z } from 'zod';
import { readLines } from '../corpus/read-lines.ts';
import type { Origin, SpooledDocument } from './spooled-document.ts';

/** Where the origins are written, the file and line that each document comes from: beside the corpus. */
export const originsPath = (corpus: string): string =>
  `${corpus.replace(/\.jsonl$/, '')}.origins.jsonl`;

const Line = z.object({
  id: z.string(),
  file: z.string(),
  line: z.int().nullable(),
  place: z.string().nullable(),
});

/** The origins that are known, by the documents' ids; what can't be read is left out. */
export async function readOrigins(corpus: string): Promise<ReadonlyMap<string, Origin>> {
  const origins = new Map<string, Origin>();
  const path = originsPath(corpus);
  if (!existsSync(path)) return origins;
  const files = new Map<string, string>();
  for await (const { text } of readLines(path)) {
    const read = Line.safeParse(parse(text));
    if (!read.success) continue;
    const { id, file, line, place } = read.data;
    // One copy of a file's name for all its documents.
    const known = files.get(file) ?? file;
    files.set(file, known);
    origins.set(id, { file: known, line, place });
  }
  return origins;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The lines of the file. */
export async function* originLines(documents: readonly SpooledDocument[]): AsyncGenerator<string> {
  for (const { id, origin } of documents) {
    if (origin) yield `${JSON.stringify({ id, ...origin })}\n`;
  }
}
