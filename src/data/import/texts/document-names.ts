import { basename } from 'node:path';
import type { Document } from '../../corpus/document.ts';

/** Finds the documents that a name can mean; empty if there is none. */
export type DocumentNames = { find(name: string): readonly string[] };

/**
 * Documents by what their files can be named for: their id, or one of their identifiers, which may be
 * the name of another file, such as that of a scan. Letters and
 * figures count, in capitals or not; whatever else stands between them is alike, and between two
 * numbers there must be something: `FO_371_22` is `F.O. 371/22`, and `FO37122` isn't.
 */
export async function documentNames(
  documents: AsyncIterable<Pick<Document, 'id' | 'identifier'>>,
): Promise<DocumentNames> {
  const byId = new Map<string, string>();
  const byIdentifier = new Map<string, Set<string>>();
  for await (const { id, identifier } of documents) {
    byId.set(bareName(id), id);
    for (const name of (identifier ?? []).flatMap(namesOf).map(bareName)) {
      if (name) byIdentifier.set(name, (byIdentifier.get(name) ?? new Set()).add(id));
    }
  }
  return {
    find(name) {
      const bare = bareName(name);
      const id = byId.get(bare);
      return id === undefined ? [...(byIdentifier.get(bare) ?? [])] : [id];
    },
  };
}

const FILE = /\.(?:docx?|gif|html?|jp2|jpe?g|md|mp3|pdf|png|tiff?|txt|xml)$/i;

/** An identifier, and what a file beside that of this name would be called. */
function namesOf(identifier: string): readonly string[] {
  const name = identifier.trim();
  if (!FILE.test(name)) return [name];
  return [name, name.replace(FILE, ''), basename(name.replaceAll('\\', '/')).replace(FILE, '')];
}

const bareName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=\p{N})[^\p{L}\p{M}\p{N}]+(?=\p{N})/gu, '\0')
    .replace(/[^\p{L}\p{M}\p{N}\0]+/gu, '');
