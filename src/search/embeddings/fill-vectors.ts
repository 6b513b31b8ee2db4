import { setTimeout as wait } from 'node:timers/promises';
import { backOff } from '../../back-off.ts';
import type { Embedder } from './embedder.ts';
import { EmbeddingsFailure } from './failure.ts';
import { MOST_DIMENSIONS, packVector } from './packed-vector.ts';
import type { VectorFile } from './vector-file.ts';

/** Texts sent at once, if the server takes so many. */
const BATCH = 32;
/** How long a batch may take. */
const BATCH_MS = 60_000;
/** Pauses after failures double from the first to the longest. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** A text that fails so often by itself, while others don't, is passed over until the next start. */
const MOST_TRIES = 3;

/** What is told of the texts while their vectors are made. */
export type Filling = {
  /** The vectors of some texts can be found in the file. */
  onSaved(texts: readonly string[]): void;
  /** The model's vectors have another length than before: all in the file are gone. */
  onCleared(): void;
  onFailure(failure: EmbeddingsFailure): void;
  /** The file can't be written: what it found is in memory until it can. */
  onUnkept(error: Error): void;
  signal: AbortSignal;
  firstPauseMs?: number | undefined;
};

/**
 * Makes the vectors of texts that the file lacks, a batch at a time, and keeps each batch at once.
 * After a failure it pauses, for as long as the server asks or with growing pauses, and sends fewer.
 * @returns the texts that the server doesn't take, whatever is sent with them
 */
export async function fillVectors(
  texts: Iterable<string>,
  file: VectorFile,
  embedder: Embedder,
  { onSaved, onCleared, onFailure, onUnkept, signal, firstPauseMs = FIRST_PAUSE_MS }: Filling,
): Promise<string[]> {
  const queue = [...texts];
  const refused: string[] = [];
  const tries = new Map<string, number>();
  let size = BATCH;
  let failures = 0;
  let otherLength: number | undefined;

  /** A disk that is full, or another process that writes, may give way after a while. */
  async function keep(write: () => void): Promise<void> {
    try {
      write();
    } catch (error) {
      onUnkept(error as Error);
      await wait(firstPauseMs, undefined, { signal }).catch(() => {});
    }
  }

  async function make(batch: readonly string[]): Promise<void> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(BATCH_MS)]);
    const vectors = await embedder.embed(batch, limit);
    const length = vectors[0]?.length ?? 0;
    if (length > MOST_DIMENSIONS) throw tooLong(length);
    const before = file.dimensions();
    if (before !== undefined && length !== before) {
      // Once may be a mistake of the server's; twice running it is another model.
      const isAgain = length === otherLength;
      otherLength = length;
      if (!isAgain) throw another(length, before);
      await keep(() => file.clear());
      onCleared();
    }
    otherLength = undefined;
    const made = batch.flatMap((text, i) => {
      const vector = vectors[i];
      return vector ? [{ text, vector: packVector(vector) }] : [];
    });
    await keep(() => file.save(made, length));
  }

  while (queue.length > 0 && !signal.aborted) {
    const batch = queue.splice(0, size);
    // Another process may have made some of them.
    const missing = batch.filter((text) => !file.find(text));
    try {
      if (missing.length > 0) await make(missing);
      failures = 0;
      size = Math.min(2 * size, BATCH);
      onSaved(batch);
    } catch (error) {
      if (signal.aborted) break;
      if (!(error instanceof EmbeddingsFailure)) throw error;
      onFailure(error);
      const [only, ...others] = missing;
      if (only !== undefined && others.length === 0 && blames(error)) {
        // Where others have just been taken it is the text's fault; else it may be the server's.
        const tried = (tries.get(only) ?? 0) + (failures < MOST_TRIES ? 1 : 0);
        tries.set(only, tried);
        (tried < MOST_TRIES ? queue : refused).push(only);
      } else queue.unshift(...batch);
      if (blames(error)) size = Math.max(1, Math.floor(size / 4));
      const pause = error.retryAfterMs ?? backOff(failures, firstPauseMs, LONGEST_PAUSE_MS);
      failures += 1;
      await wait(pause, undefined, { signal }).catch(() => {});
    }
  }
  return refused;
}

/** Whether a failure may be a text's fault: one that is too long, or that breaks the model. */
const blames = ({ kind }: EmbeddingsFailure): boolean =>
  kind === 'refused' || kind === 'senseless' || kind === 'late';

const tooLong = (length: number) =>
  new EmbeddingsFailure(
    'senseless',
    `The model’s vectors have ${length} numbers; use a model of up to ${MOST_DIMENSIONS}.`,
  );

const another = (length: number, before: number) =>
  new EmbeddingsFailure(
    'senseless',
    `The embeddings server gave vectors of ${length} numbers, and before of ${before}.`,
  );
