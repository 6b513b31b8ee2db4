import type { PackedDocuments } from '../../data/corpus/packed-documents.ts';
import { type DocumentsMeaning, meaningOf } from './documents-meaning.ts';
import { createEmbedder, type ModelAddress } from './embedder.ts';
import type { Meaning } from './meaning.ts';
import { createQuestionVectors } from './question-vectors.ts';
import { openVectorFile } from './vector-file.ts';

/** A model that a team has, and the file that keeps what it makes of documents. */
export type ModelGiven = ModelAddress & { file: string };

/** What the log is told of a model. */
export type ModelEvent =
  /** The server gives no vectors; `others` have failed since the last time this was told. */
  | { kind: 'failure'; message: string; others: number }
  /** What has been made can't be kept for the next start. */
  | { kind: 'unkept'; error: Error }
  /** All documents have a vector but those that the server refuses. */
  | { kind: 'made'; documents: number; refused: number };

/** What a model says of documents, one version of them after the other. */
export type Model = {
  /**
   * Has the vectors of documents made in the background; those before are made no further.
   * @param earlierOrdinals of each document that in the version before, or `NEW`
   */
  of(documents: PackedDocuments, earlierOrdinals?: Int32Array): Meaning;
};

/** Failures are told no more often than this. */
const TOLD_EVERY_MS = 60_000;

/** Opens a model. Nothing is asked of it yet. */
export function openModel(given: ModelGiven, tell: (event: ModelEvent) => void): Model {
  const file = openFile(given, tell);
  const embedder = createEmbedder(given);
  const onFailure = seldom(({ message }: Error, others) =>
    tell({ kind: 'failure', message, others }),
  );
  const onUnkept = seldom((error: Error) => tell({ kind: 'unkept', error }));
  const questions = createQuestionVectors(embedder, onFailure);
  let current: DocumentsMeaning | undefined;
  let filling = new AbortController();
  return {
    of(documents, earlierOrdinals) {
      filling.abort();
      filling = new AbortController();
      const earlier = earlierOrdinals && { vectors: current?.vectors(), earlierOrdinals };
      const meaning = meaningOf(
        documents,
        {
          file,
          embedder,
          questions,
          onFailure,
          onUnkept,
          onMade(made, refused) {
            tell({ kind: 'made', documents: made, refused });
            // Vectors of documents that are gone stay for a while: they may come back.
            if (file.count() > 2 * documents.length) file.keepOnly(meaning.texts());
          },
        },
        earlier,
      );
      meaning.fill(filling.signal).catch(onUnkept);
      current = meaning;
      return current;
    },
  };
}

function openFile({ file, model }: ModelGiven, tell: (event: ModelEvent) => void) {
  try {
    return openVectorFile(file, model);
  } catch (error) {
    tell({ kind: 'unkept', error: error as Error });
    return openVectorFile(undefined, model);
  }
}

/** Tells of the first error, and of those after it once a minute. */
function seldom(tell: (error: Error, others: number) => void): (error: Error) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  let others = 0;
  return (error) => {
    const now = performance.now();
    if (now - toldAt < TOLD_EVERY_MS) {
      others += 1;
      return;
    }
    tell(error, others);
    toldAt = now;
    others = 0;
  };
}
