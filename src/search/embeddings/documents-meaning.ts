import { setImmediate as turn } from 'node:timers/promises';
import { NEW } from '../../data/corpus/check-lines.ts';
import type { PackedDocuments } from '../../data/corpus/packed-documents.ts';
import { createDocumentVectors, type DocumentVectors } from './document-vectors.ts';
import { embeddedQuestion, embeddedText } from './embedded-text.ts';
import type { Embedder } from './embedder.ts';
import type { EmbeddingsFailure } from './failure.ts';
import { fillVectors } from './fill-vectors.ts';
import type { Meaning } from './meaning.ts';
import { bytesFor, type PackedVector } from './packed-vector.ts';
import type { QuestionVectors } from './question-vectors.ts';
import type { VectorFile } from './vector-file.ts';

/** So many documents are looked up before others get a turn. */
const SLICE = 200;
/** While a larger part of the documents waits for a vector, search is by words: the others would gain. */
const MOST_WAITING = 0.05;

/** What vectors are made with, and where they are kept. */
export type Making = {
  file: VectorFile;
  embedder: Embedder;
  questions: QuestionVectors;
  onFailure(failure: EmbeddingsFailure): void;
  /** What has been made can't be kept for the next start as yet. */
  onUnkept(error: Error): void;
  /** All documents that the server takes have a vector. */
  onMade(documents: number, refused: number): void;
  firstPauseMs?: number | undefined;
};

/** The same documents before a change of the corpus. */
type Earlier = { vectors: DocumentVectors | undefined; earlierOrdinals: Int32Array };

/** What a model says of documents, and what it takes to find the vectors of others after a change. */
export type DocumentsMeaning = Meaning & {
  vectors(): DocumentVectors | undefined;
  /** What is given to the model of each document. */
  texts(): Iterable<string>;
  /** Finds the vectors that are kept and has the others made; ends when all are there. */
  fill(signal: AbortSignal): Promise<void>;
};

/** @param earlier whose vectors serve for documents that haven't changed */
export function meaningOf(
  documents: PackedDocuments,
  { file, embedder, questions, onFailure, onUnkept, onMade, firstPauseMs }: Making,
  earlier?: Earlier,
): DocumentsMeaning {
  const { length } = documents;
  let refused = 0;
  let vectors = earlier?.vectors && copyOf(earlier.vectors, file.dimensions(), earlier);
  const made = () => vectors?.made() ?? 0;
  const textAt = (ordinal: number) => embeddedText(documents.at(ordinal));

  function put(ordinal: number, vector: PackedVector): void {
    const dimensions = file.dimensions() ?? 0;
    if (vector.bytes.length !== bytesFor(dimensions)) return;
    vectors ??= createDocumentVectors(length, dimensions);
    vectors.put(ordinal, vector);
  }

  /** The texts whose vectors aren't kept, with the documents that say them. */
  async function findKept(signal: AbortSignal): Promise<Map<string, number[]>> {
    const missing = new Map<string, number[]>();
    for (let ordinal = 0; ordinal < length && !signal.aborted; ordinal += 1) {
      if (ordinal % SLICE === 0) await turn();
      if (vectors?.has(ordinal)) continue;
      const text = textAt(ordinal);
      const kept = file.find(text);
      if (kept) put(ordinal, kept);
      else if (!missing.get(text)?.push(ordinal)) missing.set(text, [ordinal]);
    }
    return missing;
  }

  return {
    made,
    vectors: () => vectors,
    *texts() {
      for (let ordinal = 0; ordinal < length; ordinal += 1) yield textAt(ordinal);
    },
    async likenessTo(question) {
      const dimensions = file.dimensions();
      const isReady = length - made() - refused <= MOST_WAITING * length;
      if (!vectors || dimensions === undefined || !isReady) return undefined;
      const text = embeddedQuestion(question);
      const vector = text && (await questions.of(text, dimensions));
      if (!vector) return undefined;
      return 'failure' in vector ? vector : vectors.likenessTo(vector);
    },
    async fill(signal) {
      let isCleared: boolean;
      do {
        isCleared = false;
        const round = new AbortController();
        const missing = await findKept(signal);
        const notTaken = await fillVectors(missing.keys(), file, embedder, {
          onSaved(texts) {
            for (const text of texts) {
              const vector = file.find(text);
              for (const ordinal of missing.get(text) ?? []) if (vector) put(ordinal, vector);
            }
          },
          onCleared() {
            vectors = undefined;
            isCleared = true;
            round.abort();
          },
          onFailure,
          onUnkept,
          signal: AbortSignal.any([signal, round.signal]),
          firstPauseMs,
        });
        refused = notTaken.reduce((sum, text) => sum + (missing.get(text)?.length ?? 0), 0);
      } while (isCleared && !signal.aborted);
      if (!signal.aborted) onMade(made(), refused);
    },
  };
}

/** @returns undefined if the model's vectors have another length now */
function copyOf(
  before: DocumentVectors,
  dimensions: number | undefined,
  { earlierOrdinals }: Earlier,
): DocumentVectors | undefined {
  if (before.dimensions !== dimensions) return undefined;
  const vectors = createDocumentVectors(earlierOrdinals.length, dimensions);
  for (const [ordinal, earlier] of earlierOrdinals.entries()) {
    if (earlier !== NEW && before.has(earlier)) vectors.put(ordinal, before.at(earlier));
  }
  return vectors;
}
