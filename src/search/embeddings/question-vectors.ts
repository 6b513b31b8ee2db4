import type { ModelFailure } from '../hits.ts';
import type { Embedder } from './embedder.ts';
import { EmbeddingsFailure } from './failure.ts';

/** How long a question waits for its vector, in milliseconds: with the rest it takes no longer than 300. */
const PATIENCE_MS = 230;
/** How long a server is waited for, though the question no longer does: the next may profit. */
const GIVEN_UP_MS = 5000;
/** How long a server that has failed isn't asked again. */
const LEFT_ALONE_MS = 5000;
/** Questions that may wait for the server at one time. */
const MOST_WAITING = 4;
/** Questions whose vectors are kept: pages are turned, and others ask the same. */
const MOST_KEPT = 200;

/** The vector of a question, or why there is none. */
export type QuestionVector = Float32Array | { failure: ModelFailure };

/**
 * Vectors of questions, asked for when they are: the answer isn't waited for long, and a server that
 * has failed is left alone for a while.
 * @param report is told of each failure of the server
 */
export function createQuestionVectors(
  embedder: Embedder,
  report: (failure: EmbeddingsFailure) => void,
  {
    patienceMs = PATIENCE_MS,
    now = Date.now,
  }: { patienceMs?: number | undefined; now?: () => number } = {},
) {
  const kept = new Map<string, Float32Array>();
  const waiting = new Map<string, Promise<QuestionVector>>();
  let lastFailure: { kind: ModelFailure; until: number } | undefined;

  const keep = (text: string, vector: Float32Array) => {
    kept.delete(text);
    kept.set(text, vector);
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
  };

  /** @param dimensions how long the vectors of documents are: another length makes no sense */
  async function ask(text: string, dimensions: number): Promise<QuestionVector> {
    try {
      const signal = AbortSignal.timeout(Math.max(GIVEN_UP_MS, patienceMs));
      const [vector] = await embedder.embed([text], signal);
      if (vector?.length !== dimensions) throw otherLength(vector?.length ?? 0, dimensions);
      keep(text, vector);
      lastFailure = undefined;
      return vector;
    } catch (error) {
      const failure = error as EmbeddingsFailure;
      const pause = Math.max(LEFT_ALONE_MS, failure.retryAfterMs ?? 0);
      lastFailure = { kind: failure.kind, until: now() + pause };
      report(failure);
      return { failure: failure.kind };
    } finally {
      waiting.delete(text);
    }
  }

  return {
    async of(text: string, dimensions: number): Promise<QuestionVector> {
      const known = kept.get(text);
      if (known?.length === dimensions) {
        keep(text, known);
        return known;
      }
      if (lastFailure && now() < lastFailure.until) return { failure: lastFailure.kind };
      let coming = waiting.get(text);
      if (!coming) {
        if (waiting.size >= MOST_WAITING) return { failure: 'late' };
        coming = ask(text, dimensions);
        waiting.set(text, coming);
      }
      return within(patienceMs, coming, () =>
        report(
          new EmbeddingsFailure('late', 'The embeddings server answers questions too slowly.'),
        ),
      );
    },
  };
}

export type QuestionVectors = ReturnType<typeof createQuestionVectors>;

const otherLength = (length: number, dimensions: number) =>
  new EmbeddingsFailure(
    'senseless',
    `The embeddings server gave a question ${length} numbers where documents have ${dimensions}. If the model has changed, name it otherwise in EMBEDDINGS_MODEL.`,
  );

/** What comes of a promise, or `late` when it has taken too long. */
async function within(
  ms: number,
  coming: Promise<QuestionVector>,
  tell: () => void,
): Promise<QuestionVector> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<QuestionVector>((resolve) => {
    timer = setTimeout(() => {
      tell();
      resolve({ failure: 'late' });
    }, ms);
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}
