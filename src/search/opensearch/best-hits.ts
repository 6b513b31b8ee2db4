import type { Filter } from '../questions.ts';
import { LOOKED_AT, withSimilarity } from '../ranking/similar-first.ts';
import { STEP } from '../ranking/steps.ts';
import type { SearchAnswer, SearchHit } from './cluster.ts';
import type { Sought } from './find.ts';
import { scoredWithin } from './find.ts';
import { bytesOf } from './load/vectors.ts';
import { columnOf, columns, idIn } from './pinned-index.ts';
import { BY_SCORE, type Clause } from './queries.ts';
import { MOST_HITS } from './window-limit.ts';

/** A document that was found, by its id. */
export type FoundHit = { id: string; score: number; rank: number; look: number | undefined };

/**
 * The searches for the best of what is sought: for the hits, and for the best score by words alone,
 * which similarity is measured by.
 * @param count how many of the best are wanted
 * @param others clauses beside the filter
 * @param ranks whether the first hits are wanted to say how they were ranked
 */
export function bestSearches(
  sought: Sought,
  filter: Filter,
  count: number,
  others: readonly Clause[] = [],
  ranks = false,
): object[] {
  const hits = {
    query: scoredWithin(sought, filter, others),
    size: Math.min(sought.similarity || ranks ? Math.max(count, LOOKED_AT) : count, MOST_HITS),
    sort: BY_SCORE,
    track_total_hits: true,
    ...columns('look', ...(sought.similarity ? ['vector'] : [])),
  };
  const top = { query: sought.byWords, size: 1, track_total_hits: false, ...columns() };
  return sought.similarity ? [hits, top] : [hits];
}

/** The best hits of the answers, those that are similar to what is sought before those that aren't. */
export function bestOf(
  { similarity }: Sought,
  [found, top]: readonly SearchAnswer[],
  count: number,
): FoundHit[] {
  const hits = found?.hits.hits ?? [];
  if (!similarity) return hits.slice(0, count).map(toFound);
  const best = top?.hits.hits[0]?._score ?? 0;
  const again = hits.slice(0, LOOKED_AT).map((hit) => {
    const vector = columnOf<string>(hit, 'vector');
    const near = vector === undefined ? 0 : similarity(bytesOf(vector));
    const steps = stepsOf(hit);
    return { hit: toFound(hit), steps, worth: withSimilarity(wordScore(hit), best, near) };
  });
  again.sort((a, b) => b.steps - a.steps || b.worth - a.worth || (a.hit.id < b.hit.id ? -1 : 1));
  return [...again.map(({ hit }) => hit), ...hits.slice(LOOKED_AT).map(toFound)].slice(0, count);
}

const toFound = (hit: SearchHit): FoundHit => ({
  id: idIn(hit),
  score: wordScore(hit),
  rank: Number(hit.sort?.[0] ?? 0),
  look: columnOf<number>(hit, 'look'),
});

/** What a document holds of a short question, or that its title or id was typed. */
const stepsOf = ({ sort }: SearchHit): number => Math.floor(Number(sort?.[0] ?? 0) / STEP);
const wordScore = (hit: SearchHit): number => Number(hit.sort?.[0] ?? 0) - stepsOf(hit) * STEP;
