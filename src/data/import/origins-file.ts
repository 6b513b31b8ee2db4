import { existsSync } from 'node:fs';
import { z } from 'zod';
import { readLines } from '../corpus/read-lines.ts';
import { originsOf, UNKNOWN_IMPORT } from './origins.ts';
import type { Origin, SpooledDocument } from './spooled-document.ts';

/**
 * Where the origins are written, the file and line that each document comes from: beside the corpus.
 * What is held in several places has a line for each, first the one whose words the corpus has.
 */
export const originsPath = (corpus: string): string =>
  `${corpus.replace(/\.jsonl$/, '')}.origins.jsonl`;

const Line = z.object({
  id: z.string(),
  /** Null if it isn't known, as of what an import didn't read. */
  file: z.string().nullable(),
  line: z.int().nullable(),
  place: z.string().nullable(),
  /** The source that it follows, by name; left out for what was imported. */
  source: z.string().optional(),
  /** The source's own key of the record; left out or null if it has none. */
  record: z.string().nullable().optional(),
  /** Where its text comes from, if not from the same file. */
  text: z.literal('folder').optional(),
});

/** Where documents and their texts come from, as far as it is known. */
export type Origins = {
  /** By the documents' ids, in the order in which they were written. */
  origins: ReadonlyMap<string, readonly Origin[]>;
  /** Ids of the documents whose texts a folder gave. */
  fromFolder: ReadonlySet<string>;
};

/** The origins that are known; what can't be read is left out. */
export async function readOrigins(corpus: string): Promise<Origins> {
  const origins = new Map<string, Origin[]>();
  const fromFolder = new Set<string>();
  const path = originsPath(corpus);
  if (!existsSync(path)) return { origins, fromFolder };
  // One copy of a name for all documents that have it.
  const names = new Map<string, string>();
  const named = (name: string) => {
    const known = names.get(name) ?? name;
    names.set(name, known);
    return known;
  };
  for await (const { text } of readLines(path)) {
    const read = Line.safeParse(parse(text));
    if (!read.success) continue;
    const { id, file, line, place, source, record, text: from } = read.data;
    if (from) fromFolder.add(id);
    const others = origins.get(id);
    if (file === null && !others) continue;
    const origin = {
      file: named(file ?? UNKNOWN_IMPORT.file),
      line,
      place,
      ...(source !== undefined && { source: named(source), record: record ?? null }),
    };
    if (others) others.push(origin);
    else origins.set(id, [origin]);
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
  for (const document of documents) {
    const { id, text } = document;
    const isFromFolder = text?.isFromFolder ?? false;
    const origins = originsOf(document);
    const known = origins.length > 0 || !isFromFolder ? origins : [UNKNOWN_IMPORT];
    for (const [at, { file, ...rest }] of known.entries()) {
      const mark = isFromFolder && at === 0 ? { text: 'folder' } : {};
      yield `${JSON.stringify({ id, file: file || null, ...rest, ...mark })}\n`;
    }
  }
}
