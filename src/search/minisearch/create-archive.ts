import type { Beside } from '../../data/corpus/corpus.ts';
import type { Document } from '../../data/corpus/document.ts';
import { type PackedDocuments, packDocuments } from '../../data/corpus/packed-documents.ts';
import type { Archive } from '../archive.ts';
import type { Meaning } from '../embeddings/meaning.ts';
import { indexDocuments } from '../index/index-documents.ts';
import type { Name } from '../names/authority.ts';
import { createCollections } from './collections.ts';
import { createDated } from './dated.ts';
import { drawFrom } from './draw-from.ts';
import { openEngine } from './engine.ts';
import { exampleOf } from './example.ts';
import { createHoldings } from './holdings.ts';
import { openIndex, type SearchIndex } from './search-index.ts';

/**
 * An archive that holds everything in memory, in the thread that asks.
 * @param names what persons and places are also called
 */
export function createArchive(
  { documents, ...beside }: Beside & { documents: readonly Document[] },
  names: readonly Name[] = [],
): Archive {
  return openPackedArchive(packDocuments(documents), beside, names);
}

/** The same of documents that have been packed. */
export const openPackedArchive = (
  documents: PackedDocuments,
  beside: Beside,
  names: readonly Name[],
): Archive => openArchive(openIndex(documents, indexDocuments(documents), names), beside);

/**
 * An archive of documents that have been indexed.
 * @param meaning what a model says of them; undefined where there is none
 */
export const openArchive = (index: SearchIndex, beside: Beside, meaning?: Meaning): Archive => ({
  ...openEngine(index, meaning),
  ...createHoldings(index),
  ...createDated(index),
  ...createCollections(index, beside, meaning),
  draw: async (filter, seen, seed) => drawFrom(index, filter, seen, seed),
  example: async () => exampleOf(index.documents) ?? null,
});
