import type { Document } from '../../src/data/corpus/document.ts';
import type { Archive } from '../../src/search/archive.ts';
import type { Loaded } from '../../src/search/minisearch/collections.ts';
import { createArchive } from '../../src/search/minisearch/create-archive.ts';

/** An archive of documents, with whatever else a corpus has. */
export const archiveOf = (documents: readonly Document[], loaded: Partial<Loaded> = {}): Archive =>
  createArchive({
    documents,
    coverage: [],
    series: new Map(),
    readAt: new Date(),
    ...loaded,
  });
