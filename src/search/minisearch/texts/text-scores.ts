import { BM25 } from '../../ranking/bm25.ts';
import type { Weights } from '../../text/snippet.ts';
import { addScore, type Scores } from '../scores.ts';

/** The documents that hold something in their texts, by their ordinals, ascending, and how often each does. */
export type Holders = { ordinals: Uint32Array; counts: Uint32Array };

type Held = {
  holdersOf(stem: string): Holders;
  ordinalsOfAll(stems: readonly string[]): Uint32Array;
  idf(stem: string): number;
  norms: Float32Array;
};

/** Scores texts as records are scored. */
export function createTextScores({ holdersOf, ordinalsOfAll, idf, norms }: Held) {
  /** What a stem scores in a document that holds it so often. */
  const scoreOf = (stem: string, weight = 1) => {
    const worth = weight * idf(stem) * (BM25.k + 1);
    return (ordinal: number, count: number) => (worth * count) / (count + (norms[ordinal] ?? 0));
  };
  return {
    /** Adds a score to every document whose text holds any of the stems. */
    score(weights: Weights, scores: Scores): void {
      for (const [stem, weight] of weights) {
        const worth = scoreOf(stem, weight);
        const { ordinals, counts } = holdersOf(stem);
        for (let i = 0; i < ordinals.length; i += 1) {
          const ordinal = ordinals[i] ?? 0;
          addScore(scores, ordinal, worth(ordinal, counts[i] ?? 0));
        }
      }
    },
    /** Adds what the stems alone would score, to texts that hold them all and score less yet. */
    scoreAll(stems: readonly string[], scores: Scores): void {
      const all = ordinalsOfAll(stems);
      const worths = new Float64Array(all.length);
      for (const stem of stems) {
        const worth = scoreOf(stem);
        const { ordinals, counts } = holdersOf(stem);
        let at = 0;
        for (const [i, ordinal] of all.entries()) {
          while ((ordinals[at] ?? ordinal) < ordinal) at += 1;
          worths[i] = (worths[i] ?? 0) + worth(ordinal, counts[at] ?? 0);
        }
      }
      for (const [i, ordinal] of all.entries()) {
        const missing = (worths[i] ?? 0) - (scores.at[ordinal] ?? 0);
        if (missing > 0) addScore(scores, ordinal, missing);
      }
    },
  };
}
