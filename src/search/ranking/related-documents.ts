import type { WordStatistics } from '../query/word-statistics.ts';
import type { Weights } from '../text/snippet.ts';

/** Enough to say what a document is about; more brings in what it merely mentions. */
const MOST_TERMS = 16;

/** What a name in common counts, against the best by words, and how many of them do. */
const A_NAME = 0.15;
const MOST_NAMES = 2;
/** How much the same day raises a document; half a year away, little more than a third of that. */
const SAME_DAY = 0.25;
const NEAR_DAYS = 180;
/** What a fifth of all documents hold, and more than a few, is no reason. */
const LEAST_USUAL = 10;
/** Words and names that a reason needs. */
export const MOST_SAID = 3;

/**
 * The terms that tell a document best from the others (tf·idf), weighted by how often it holds
 * them. Those that it alone holds relate it to nothing and are left out.
 */
export function keyTerms(
  counts: ReadonlyMap<string, number>,
  index: Pick<WordStatistics, 'frequency' | 'idf'>,
): Weights {
  const weights = [...counts]
    .filter(([term]) => index.frequency(term) > 1)
    .map(([term, count]) => ({ term, weight: 1 + Math.log(count) }))
    .sort((a, b) => b.weight * index.idf(b.term) - a.weight * index.idf(a.term));
  return new Map(weights.slice(0, MOST_TERMS).map(({ term, weight }) => [term, weight]));
}

/**
 * How related a document is.
 * @param score by words alone; `top` is the best that any has
 * @param names how many persons both name
 * @param days between their dates; null if one is undated
 */
export function relatedScore(
  score: number,
  top: number,
  names: number,
  days: number | null,
): number {
  const near = days === null ? 0 : SAME_DAY * Math.exp(-days / NEAR_DAYS);
  return score * (1 + near) + A_NAME * top * Math.min(names, MOST_NAMES);
}

/** Whether a term that so many documents hold is rare enough to be a reason. */
export const isRareAmong = (documents: number) => (frequency: number) =>
  frequency <= Math.max(LEAST_USUAL, documents / 5);
