import type { Finding } from './find.ts';
import { byScore, firstOf, type Order } from './order.ts';
import type { Shelf } from './shelf.ts';

/** So many of the best are looked at again. */
const LOOKED_AT = 300;
/** How much likeness counts beside the words, chosen on test collections. */
const WEIGHT = 0.6;

/**
 * The first of what was found, the best first: by its words, and the best of it also by how alike it
 * is to the query in what it is about. Likeness lifts nothing above what holds more of a short
 * question. What was found by its id or whole title stays first.
 * @param places those found that pass the filters
 */
export function bestOf(
  { index }: Pick<Shelf, 'index'>,
  { scores, top, held, weights }: Finding,
  places: readonly number[],
  count: number,
): number[] {
  const byWords = wordOrder({ scores, held });
  const likeness = index.likeness?.(weights);
  if (!likeness || weights.size === 0) return firstOf(places, count, byWords);
  const first = firstOf(places, Math.max(count, LOOKED_AT), byWords);
  const again = first.slice(0, LOOKED_AT);
  const worth = new Map(
    again.map((place) => [place, (scores.at[place] ?? 0) + WEIGHT * top * likeness(place)]),
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
  (held: Float64Array, otherwise: Order): Order =>
  (a, b) => {
    const [one = 0, other = 0] = [held[a], held[b]];
    return one === other ? otherwise(a, b) : other - one;
  };
