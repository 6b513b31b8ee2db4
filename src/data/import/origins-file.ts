import { existsSync } from 'node:fs';
import { z } from 'zod';
import { readLines } from '../corpus/read-lines.ts';
import type { Origin, SpooledDocument } from './spooled-document.ts';

/** Where the origins are written, the file and line that each document comes from: beside the corpus. */
export const originsPath = (corpus: string): string =>
  `${corpus.replace(/\.jsonl$/, '')}.origins.jsonl`;

const Line = z.object({
  id: z.string(),
  /** Null if it isn't known, as of what an import didn't read. */
  file: z.string().nullable(),
  line: z.int().nullable(),
  place: z.string().nullable(),
  /** Where its text comes from, if not from the same file. */
  text: z.literal('folder').optional(),
});

/** Where documents and their texts come from, as far as it is known. */
export type Origins = {
  /** By the documents' ids. */
  origins: ReadonlyMap<string, Origin>;
  /** Ids of the documents whose texts a folder gave. */
  fromFolder: ReadonlySet<string>;
};

/** The origins that are known; what can't be read is left out. */
export async function readOrigins(corpus: string): Promise<Origins> {
  const origins = new Map<string, Origin>();
  const fromFolder = new Set<string>();
  const path = originsPath(corpus);
  if (!existsSync(path)) return { origins, fromFolder };
  const files = new Map<string, string>();
  for await (const { text } of readLines(path)) {
    const read = Line.safeParse(parse(text));
    if (!read.success) continue;
    const { id, file, line, place, text: from } = read.data;
    if (from) fromFolder.add(id);
    if (file === null) continue;
    // One copy of a file's name for all its documents.
    const known = files.get(file) ?? file;
    files.set(file, known);
    origins.set(id, { file: known, line, place });
  }
  return { origins, fromFolder };
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
  for (const { id, origin, text } of documents) {
    if (!origin && !text?.isFromFolder) continue;
    const known = origin ?? { file: null, line: null, place: null };
    yield `${JSON.stringify({ id, ...known, ...(text?.isFromFolder && { text: 'folder' }) })}\n`;
  }
}
