import type { Beside } from '../../data/corpus/corpus.ts';
import type { Document } from '../../data/corpus/document.ts';
import { packDocuments } from '../../data/corpus/packed-documents.ts';
import type { Page } from '../../data/texts/page.ts';
import type { Archive } from '../archive.ts';
import type { Meaning } from '../embeddings/meaning.ts';
import { indexDocuments } from '../index/index-documents.ts';
import type { Name } from '../names/authority.ts';
import { findPassages } from '../passages/find-passages.ts';
import { createQuotationCheck } from '../quotation/check-quotation.ts';
import { createCollections } from './collections.ts';
import { createDated } from './dated.ts';
import { drawFrom } from './draw-from.ts';
import { openEngine } from './engine.ts';
import { exampleOf } from './example.ts';
import { createHoldings } from './holdings.ts';
import { createReading } from './reading.ts';
import { openIndex, type SearchIndex } from './search-index.ts';
import { textsInMemory } from './texts/build-texts.ts';
import { asReadTexts } from './texts/read-texts.ts';

/**
 * An archive that holds everything in memory, in the thread that asks.
 * @param pages the texts of documents, those of one together
 * @param names what persons and places are also called
 */
export function createArchive(
  {
    documents,
    pages = [],
    ...beside
  }: Beside & { documents: readonly Document[]; pages?: readonly Page[] | undefined },
  names: readonly Name[] = [],
): Archive {
  const packed = packDocuments(documents);
  const index = openIndex(packed, indexDocuments(packed), names);
  if (pages.length > 0) index.setTexts(asReadTexts(textsInMemory(pages)));
  return openArchive(index, beside);
}

/**
 * An archive of documents that have been indexed.
 * @param meaning what a model says of them; undefined where there is none
 */
export function openArchive(index: SearchIndex, beside: Beside, meaning?: Meaning): Archive {
  const readable = {
    ...openEngine(index, meaning),
    ...createHoldings(index),
    ...createReading(index),
  };
  return {
    ...readable,
    ...createDated(index),
    ...createCollections(index, beside, meaning),
    checkQuotation: createQuotationCheck(readable),
    passages: (asked) => findPassages(readable, asked),
    draw: async (filter, seen, seed) => drawFrom(index, filter, seen, seed),
    example: async () => exampleOf(index.documents) ?? null,
  };
}
