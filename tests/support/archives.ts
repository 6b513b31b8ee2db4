import type { Beside } from '../../src/data/corpus/corpus.ts';
import type { Document } from '../../src/data/corpus/document.ts';
import type { Page } from '../../src/data/texts/page.ts';
import type { Archive } from '../../src/search/archive.ts';
import { createArchive } from '../../src/search/minisearch/create-archive.ts';

/** An archive of documents, with their texts and whatever else a corpus has. */
export const archiveOf = (
  documents: readonly Document[],
  beside: Partial<Beside> & { pages?: readonly Page[] } = {},
): Archive =>
  createArchive({
    documents,
    coverage: [],
    series: new Map(),
    readAt: new Date(),
    ...beside,
  });
