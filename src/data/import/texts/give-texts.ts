import type { ExistingCorpus } from '../existing-corpus.ts';
import type { ImportRequest } from '../import-request.ts';
import type { ImportContext } from '../read-sources.ts';
import type { SpooledDocument } from '../spooled-document.ts';
import { readTextFiles } from './read-text-files.ts';
import type { SpooledText } from './spooled-text.ts';

/** Documents with their texts, and what to know of these. */
export type GivenTexts = {
  documents: readonly SpooledDocument[];
  /** Ids of those whose texts were read from the folder that the request names. */
  fromFolder: ReadonlySet<string>;
  notes: readonly string[];
};

/** No more ids than these are worth naming in a note. */
const NAMED = 10;

/**
 * Gives the documents of a corpus the texts from the folder that a request names, and those that have
 * none what already stood under their ids among the texts.
 */
export async function giveTexts(
  documents: readonly SpooledDocument[],
  existing: ExistingCorpus,
  { texts: folder = null, encoding = null }: ImportRequest,
  context: ImportContext,
): Promise<GivenTexts> {
  const read: ReadonlyMap<string, SpooledText> = folder
    ? await readTextFiles(folder, documents, encoding, context)
    : new Map();
  const { byId } = existing.texts;
  const given = documents.map((document) => {
    const text = read.get(document.id) ?? document.text ?? byId.get(document.id) ?? null;
    return text === document.text ? document : { ...document, text };
  });
  const known = new Set([...documents, ...existing.documents].map(({ id }) => id));
  const lost = [...byId.keys()].filter((id) => !known.has(id));
  return { documents: given, fromFolder: new Set(read.keys()), notes: notesOn(lost) };
}

function notesOn(lost: readonly string[]): string[] {
  if (lost.length === 0) return [];
  const named = lost.slice(0, NAMED).join(', ');
  const more = lost.length > NAMED ? ` and ${lost.length - NAMED} more` : '';
  return [`left out of the texts, because the corpus has no such document: ${named}${more}`];
}
