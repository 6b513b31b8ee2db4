import type { Sort } from '../hits.ts';
import { UNDATED } from './columns.ts';

/** Tells which of two places comes first; never 0 for different ones. */
export type Order = (a: number, b: number) => number;

/** The best first; equal ones by their places, so that a page never repeats what another showed. */
export const byScore =
  (at: Float64Array): Order =>
  (a, b) =>
    (at[b] ?? 0) - (at[a] ?? 0) || a - b;

/** By date; the undated stand last, whichever end comes first. */
export function byDate(sort: Exclude<Sort, 'relevance'>, ranks: Uint32Array): Order {
  const sign = sort === 'oldest' ? 1 : -1;
  return (a, b) => {
    const [one = UNDATED, other = UNDATED] = [ranks[a], ranks[b]];
    if (one === other) return a - b;
    return one === UNDATED || other === UNDATED ? one - other : sign * (one - other);
  };
}

/** The first of many in order, without putting the rest in order. */
export function firstOf(places: readonly number[], count: number, order: Order): number[] {
  if (count * 2 >= places.length) return places.toSorted(order).slice(0, count);
  const first: number[] = [];
  for (const place of places) {
    const last = first[count - 1];
    if (last !== undefined && order(place, last) > 0) continue;
    let at = Math.min(first.length, count - 1);
    while (at > 0 && order(place, first[at - 1] ?? place) < 0) at -= 1;
    first.splice(at, 0, place);
    first.length = Math.min(first.length, count);
  }
  return first;
}
