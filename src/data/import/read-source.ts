import { readFile } from 'node:fs/promises';
import { parseDate } from '../date/parse.ts';
import { Document } from '../document.ts';
import { unreadable } from '../fault.ts';
import { collectionName } from './collection-name.ts';
import { decodeText } from './decode-text.ts';
import { documentId } from './document-id.ts';
import type { SourcePage, SourceRecord } from './importer.ts';
import { importers } from './importers.ts';
import type { ReadPage } from './merge-coverage.ts';
import type { Reject } from './report.ts';

/** What a file gave. */
export type Source = {
  documents: Document[];
  pages: ReadPage[];
  /** What was not taken: records, or the file. */
  refused: Reject[];
  /** What was taken, but should be looked at. */
  doubts: Reject[];
};

/**
 * Reads a file of any known format.
 * @param collection where null, the page's own heading names it, or else the file
 */
export async function readSource(file: string, collection: string | null): Promise<Source> {
  const pages = await readPages(file);
  if (typeof pages === 'string') {
    return { documents: [], pages: [], doubts: [], refused: [{ file, line: null, reason: pages }] };
  }
  const heading = pages.find((page) => page.heading !== null)?.heading;
  const named = pages.map((page) => ({
    ...page,
    collection: collection ?? page.heading ?? heading ?? collectionName(file),
  }));
  const read = named.flatMap((page) =>
    page.records.map((record) => toDocument(record, page.collection, file)),
  );
  const doubts = named.flatMap((page) => page.doubts.map((doubt) => ({ file, ...doubt })));
  return {
    documents: read.map(({ document }) => document),
    pages: named.flatMap(({ collection: name, stretch, records }) =>
      stretch ? [{ collection: name, stretch, found: records.length }] : [],
    ),
    refused: named.flatMap((page) => page.refused.map((refusal) => ({ file, ...refusal }))),
    doubts: [...read.flatMap(({ doubt }) => doubt ?? []), ...doubts],
  };
}

/** The pages of a file, or why there are none. */
async function readPages(file: string): Promise<readonly SourcePage[] | string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return unreadable(error);
  }
  const text = decodeText(bytes);
  if (text === null) return 'is no text; save the page as text, and try again';
  if (!text.trim()) return 'is empty';
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) {
    return 'is markup, not text; save the page as text, and try again';
  }
  const pages = importers.find((importer) => importer.recognises(text))?.read(text) ?? [];
  const isEmpty = pages.every((page) => page.records.length + page.refused.length === 0);
  return isEmpty ? 'holds no documents in a form that is known here' : pages;
}

function toDocument(
  { line, date: printed, title, description }: SourceRecord,
  collection: string,
  file: string,
): { document: Document; doubt: Reject | null } {
  const { date, problem } = parseDate(printed);
  // Parsed, so that a document is written the same whether it was just read or held already.
  const document = Document.parse({
    id: documentId(collection, date, title),
    title,
    date,
    description,
    collection,
    url: null,
    creators: null,
    people: null,
    places: null,
    subjects: null,
    languages: null,
    type: null,
    source: null,
    identifier: null,
    rights: null,
  });
  const reason = `date kept as text: "${printed}": ${problem}`;
  return { document, doubt: problem === null ? null : { file, line, reason } };
}
