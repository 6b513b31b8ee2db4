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
 * @param sources the documents as they were read now
 */
export async function giveTexts(
  documents: readonly SpooledDocument[],
  sources: readonly SpooledDocument[],
  existing: ExistingCorpus,
  { texts: folder = null, encoding = null }: ImportRequest,
  context: ImportContext,
): Promise<GivenTexts> {
  const read: ReadonlyMap<string, SpooledText> = folder
    ? await readTextFiles(folder, documents, encoding, context)
    : new Map();
  const { byId } = existing.texts;
  if (read.size + byId.size === 0) return { documents, fromFolder: new Set(), notes: [] };
  const given = documents.map((document) => {
    const text = read.get(document.id) ?? document.text ?? byId.get(document.id) ?? null;
    return text === document.text ? document : { ...document, text };
  });
  const known = new Set([...documents, ...existing.documents].map(({ id }) => id));
  const lost = [...byId.keys()].filter((id) => !known.has(id));
  const notes = [
    noteOn(lost, 'left out of the texts, because the corpus has no such document'),
    noteOn(
      keptFromFolder(given, sources),
      'kept the text from --texts, though the source has another',
    ),
  ].filter((note) => note !== undefined);
  return { documents: given, fromFolder: new Set(read.keys()), notes };
}

/** Ids of documents that have an earlier text from a folder in place of the one that was read. */
function keptFromFolder(
  documents: readonly SpooledDocument[],
  sources: readonly SpooledDocument[],
): string[] {
  const readTexts = new Map(sources.map(({ at, text }) => [at, text]));
  return documents
    .filter(({ at, text }) => {
      const other = readTexts.get(at);
      return text?.isKept && text.isFromFolder && other && other.content !== text.content;
    })
    .map(({ id }) => id);
}

function noteOn(ids: readonly string[], what: string): string | undefined {
  if (ids.length === 0) return undefined;
  const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : '';
  return `${what}: ${ids.slice(0, NAMED).join(', ')}${more}`;
}
