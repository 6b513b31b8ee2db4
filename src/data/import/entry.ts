import { createHash } from 'node:crypto';
import type { Document } from '../document.ts';
import type { Place, Spool } from './spool.ts';

/** A document that is put aside, and what must be known of it meanwhile. */
export type Entry = {
  id: string;
  /** The same for documents of the same content, the id aside. */
  content: string;
  /** What tells documents of one id apart: the same for the same title, date and description. */
  words: string;
  place: Place;
  /** Where it was read; null where it is held already. */
  origin: Origin | null;
};

/** The file and the line or record that a document was read from. */
export type Origin = { file: string; line: number | null; place: string | null };

/** Puts a document aside. */
export async function putAside(
  document: Document,
  spool: Spool,
  origin: Origin | null,
): Promise<Entry> {
  const { id, ...rest } = document;
  return {
    id,
    content: hash(JSON.stringify(rest)),
    words: hash(JSON.stringify([rest.title, rest.date.text, rest.description])),
    place: await spool.add(`${JSON.stringify(document)}\n`),
    origin,
  };
}

/** The document's line in a corpus, under the id that the entry has now. */
export async function lineOf({ id, place }: Entry, spool: Spool): Promise<string> {
  const line = await spool.read(place);
  const document: Document = JSON.parse(line);
  return document.id === id ? line : `${JSON.stringify({ ...document, id })}\n`;
}

const hash = (text: string): string =>
  createHash('sha256').update(text).digest('base64').slice(0, 16);
