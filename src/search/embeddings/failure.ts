import type { ModelFailure } from '../hits.ts';

/** A server that gave no vectors. Its message says why, and holds nothing that was sent or answered. */
export class EmbeddingsFailure extends Error {
  override name = 'EmbeddingsFailure';
  readonly kind: ModelFailure;
  /** How long the server asks to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(kind: ModelFailure, message: string, retryAfterMs?: number) {
    super(message);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}
