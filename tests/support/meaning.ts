import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '../../src/data/corpus/document.ts';
import { packDocuments } from '../../src/data/corpus/packed-documents.ts';
import type { Archive } from '../../src/search/archive.ts';
import type { Meaning } from '../../src/search/embeddings/meaning.ts';
import { type ModelEvent, openModel } from '../../src/search/embeddings/open-model.ts';
import { indexDocuments } from '../../src/search/index/index-documents.ts';
import { openArchive } from '../../src/search/minisearch/create-archive.ts';
import { openIndex } from '../../src/search/minisearch/search-index.ts';
import type { EmbeddingsServer } from './embeddings-server.ts';

/** An archive that a model has its say in, once all documents have a vector. */
export async function archiveWithMeaning(
  documents: readonly Document[],
  server: EmbeddingsServer,
  {
    model = 'stand-in',
    file,
    key,
  }: { model?: string; file?: string | undefined; key?: string | undefined } = {},
): Promise<{ archive: Archive; meaning: Meaning; events: ModelEvent[] }> {
  const packed = packDocuments(documents);
  const events: ModelEvent[] = [];
  const path = file ?? (await vectorsPath());
  const meaning = await new Promise<Meaning>((resolve) => {
    const opened = openModel({ url: server.url, model, key, file: path }, (event) => {
      events.push(event);
      if (event.kind === 'made') resolve(of);
    });
    const of = opened.of(packed);
  });
  const beside = { coverage: [], series: new Map(), readAt: new Date() };
  const archive = openArchive(
    openIndex(packed, indexDocuments(packed), []),
    { ...beside },
    meaning,
  );
  return { archive, meaning, events };
}

/** Where a test may keep vectors. */
export const vectorsPath = async (): Promise<string> =>
  join(await mkdtemp(join(tmpdir(), 'vectors-')), 'embeddings.db');
