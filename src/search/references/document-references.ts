import type { Document } from '../../data/corpus/document.ts';
import { formatPublication } from '../../data/corpus/publication.ts';
import { keptTokens } from './reference-tokens.ts';

/** All that a document may be referred to by: where its archive has it, its record numbers, where it was published. */
function referencesOf({ source, identifier, publication }: Document): string[] {
  const published = publication ? [formatPublication(publication)] : [];
  return [...(source ?? []), ...(identifier ?? []), ...published];
}

/** The references of a document taken apart, each once; those without a letter or digit left out. */
export function keptReferences(document: Document): string[][] {
  const kept = referencesOf(document).map(keptTokens);
  const byTokens = new Map(kept.map((tokens) => [tokens.join(' '), tokens]));
  byTokens.delete('');
  return [...byTokens.values()];
}

/** Whether a text is a reference of a document, whole and in any spelling. */
export function hasWholeReference(document: Document, typed: string): boolean {
  const tokens = keptTokens(typed).join(' ');
  return keptReferences(document).some((reference) => reference.join(' ') === tokens);
}

/** The tokens of the collection, which a reference may begin with: FRUS 1861, doc. 12. */
export const collectionTokens = ({ collection }: Document): string[] => keptTokens(collection);

/** Stands before each reference in `referenceParts`. */
export const REFERENCE = '';

/** The references of a document in one list, after its collection; nothing if it has none. */
export function referenceParts(document: Document): string[] {
  const references = keptReferences(document);
  if (references.length === 0) return [];
  const each = references.flatMap((tokens) => [REFERENCE, ...tokens]);
  return [...collectionTokens(document), ...each];
}
