import { createHash } from 'node:crypto';
import type { Document } from '../corpus/document.ts';
import type { Spool, SpoolRange } from './spool.ts';
import type { SpooledText } from './texts/spooled-text.ts';

/** A document in the spool, and what must be known of it meanwhile. */
export type SpooledDocument = SpoolRange & {
  id: string;
  /** The same for documents of the same content in every field, the id aside. */
  content: string;
  /** Who wrote it to whom, and where it lies: the same where only its words were corrected. */
  address: string;
  /** What it says: the same where only its address was corrected. */
  words: string;
  /** Whether its archive has a name of its own for it. */
  isNamed: boolean;
  /** Where it was read; null for a document of the existing corpus whose origin isn't known. */
  origin: Origin | null;
  /** Where else it is held: by other sources, or by an import too. Left out if nowhere. */
  otherOrigins?: readonly Origin[];
  /** Null if it has none. */
  text: SpooledText | null;
};

/** The file and the line or record that a document was read from. */
export type Origin = {
  file: string;
  line: number | null;
  place: string | null;
  /** The name of the source that it follows; left out for what was imported. */
  source?: string;
  /** The source's own key of the record; null if it has none. */
  record?: string | null;
};

/** Writes a document to the spool. */
export async function spoolDocument(
  document: Document,
  spool: Spool,
  origin: Origin | null,
  text: SpooledText | null,
): Promise<SpooledDocument> {
  const { id, ...rest } = document;
  const { title, date, description, creators, recipients, source, identifier, url } = rest;
  return {
    id,
    content: hash(JSON.stringify(rest)),
    address: hash(JSON.stringify([creators, recipients, source, identifier, url])),
    words: hash(JSON.stringify([title, date.text, description])),
    isNamed: identifier !== null,
    ...(await spool.add(`${JSON.stringify(document)}\n`)),
    origin,
    text,
  };
}

/** The document's line in a corpus, under the id that it has now. */
export async function readLine(spooled: SpooledDocument, spool: Spool): Promise<string> {
  const line = await spool.read(spooled);
  const document: Document = JSON.parse(line);
  return document.id === spooled.id ? line : `${JSON.stringify({ ...document, id: spooled.id })}\n`;
}

/** A piece cut out of a text would keep all of it in memory. */
const hash = (text: string): string =>
  createHash('sha256').update(text).digest().toString('base64', 0, 12);
