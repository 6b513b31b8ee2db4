import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../src/errors.ts';
import { type Making, meaningOf } from '../../src/search/embeddings/documents-meaning.ts';
import { createEmbedder, type ModelAddress } from '../../src/search/embeddings/embedder.ts';
import type { EmbeddingsFailure } from '../../src/search/embeddings/failure.ts';
import { createQuestionVectors } from '../../src/search/embeddings/question-vectors.ts';
import { openVectorFile } from '../../src/search/embeddings/vector-file.ts';
import { contentHash } from '../../src/search/index/content-hash.ts';
import { indexDocuments } from '../../src/search/index/index-documents.ts';
import type { PeerKind } from './peer.ts';
import { asPeer, recorded } from './reading-room.ts';

/** A question waits as long as its vector takes: what is measured is how well a model ranks. */
const PATIENCE_MS = 60_000;

/**
 * The product's own engine with a model beside it. Vectors are kept in the folder for temporary files,
 * so that the next run asks for none of them.
 */
export function readingRoomWithModel(address: ModelAddress): PeerKind {
  const name = `${address.url} ${address.model}`;
  const file = openVectorFile(join(tmpdir(), `evaluation-${contentHash(name)}.db`), name);
  const embedder = createEmbedder(address);
  return {
    name: 'reading-room, by meaning too',
    async build(entries) {
      const documents = recorded(entries);
      const ended = new AbortController();
      let failure: EmbeddingsFailure | undefined;
      const onFailure = (error: EmbeddingsFailure) => {
        failure = error;
        ended.abort();
      };
      const questions = createQuestionVectors(embedder, onFailure, { patienceMs: PATIENCE_MS });
      const onUnkept = (error: Error) => {
        throw error;
      };
      const making: Making = { file, embedder, questions, onFailure, onUnkept, onMade() {} };
      const meaning = meaningOf(documents, making);
      await meaning.fill(ended.signal);
      if (failure) throw new UserError(failure.message);
      return asPeer(documents, indexDocuments(documents), meaning);
    },
  };
}
