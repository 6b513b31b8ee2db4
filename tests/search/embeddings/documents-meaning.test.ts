import { expect, test } from 'vitest';
import { packDocuments } from '../../../src/data/corpus/packed-documents.ts';
import { createDocumentVectors } from '../../../src/search/embeddings/document-vectors.ts';
import { meaningOf } from '../../../src/search/embeddings/documents-meaning.ts';
import { createEmbedder } from '../../../src/search/embeddings/embedder.ts';
import { packVector } from '../../../src/search/embeddings/packed-vector.ts';
import { createQuestionVectors } from '../../../src/search/embeddings/question-vectors.ts';
import { openVectorFile } from '../../../src/search/embeddings/vector-file.ts';
import { aDocument } from '../../support/documents.ts';
import { startEmbeddingsServer } from '../../support/embeddings-server.ts';

const documents = packDocuments([
  aDocument({ id: 'a', title: 'Untitled', description: '' }),
  aDocument({ id: 'b', title: 'Untitled', description: '' }),
  aDocument({ id: 'c', title: 'Grain', description: '' }),
]);

async function making() {
  const server = await startEmbeddingsServer();
  const embedder = createEmbedder({ url: server.url, model: 'stand-in', key: undefined });
  const questions = createQuestionVectors(embedder, () => {});
  const file = openVectorFile(undefined, 'stand-in');
  const untold = { onFailure() {}, onUnkept() {}, onMade() {} };
  return { server, given: { file, embedder, questions, ...untold } };
}

test('documents that say the same share what is made of it', async () => {
  const { server, given } = await making();
  const meaning = meaningOf(documents, given);
  await meaning.fill(new AbortController().signal);
  expect(server.requests).toEqual([['Untitled', 'Grain']]);
  expect(meaning.made()).toBe(3);
});

test('vectors of an earlier version serve if they are as long as the model’s are', async () => {
  const { given } = await making();
  given.file.save([], 64);
  const serving = (length: number) => {
    const vectors = createDocumentVectors(1, length);
    vectors.put(0, packVector(new Float32Array(length).fill(1)));
    const earlierOrdinals = Int32Array.of(0, -1, -1);
    return meaningOf(documents, given, { vectors, earlierOrdinals }).made();
  };
  expect([serving(64), serving(65), serving(63)]).toEqual([1, 0, 0]);
});
