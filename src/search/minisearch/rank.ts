import { LOOKED_AT, withSimilarity } from '../ranking/similar-first.ts';
import type { Finding } from './find.ts';
import { byScore, firstOf, type Order } from './order.ts';
import type { SearchIndex } from './search-index.ts';

/**
 * The first of what was found, the best first: by its words, and the best of it also by how alike it
 * is to the query in what it is about. Similarity lifts nothing above what holds more of a short
 * question. What was found by its id or whole title stays first.
 * @param ordinals those found that pass the filters
 */
export function bestOf(
  { terms }: Pick<SearchIndex, 'terms'>,
  { scores, top, held, weights }: Finding,
  ordinals: readonly number[],
  count: number,
): number[] {
  const byWords = wordOrder({ scores, held });
  const similarity = terms.similarity?.(weights);
  if (!similarity || weights.size === 0) return firstOf(ordinals, count, byWords);
  const first = firstOf(ordinals, Math.max(count, LOOKED_AT), byWords);
  const again = first.slice(0, LOOKED_AT);
  const worth = new Map(
    again.map((ordinal) => [
      ordinal,
      withSimilarity(scores.at[ordinal] ?? 0, top, similarity(ordinal)),
    ]),
  );
  const byWorth: Order = (a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0) || a - b;
  again.sort(held ? byHeld(held, byWorth) : byWorth);
  return [...again, ...first.slice(LOOKED_AT)].slice(0, count);
}

/** The order of what was found by its words alone. */
export function wordOrder({ scores, held }: Pick<Finding, 'scores' | 'held'>): Order {
  const best = byScore(scores.at);
  return held ? byHeld(held, best) : best;
}

const byHeld =
  (held: Uint8Array, otherwise: Order): Order =>
  (a, b) => {
    const [one = 0, other = 0] = [held[a], held[b]];
    return one === other ? otherwise(a, b) : other - one;
  };
