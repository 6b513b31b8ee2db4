import type { DateRanks } from '../index/date-ranks.ts';
import type { Sort } from '../questions.ts';

/** Tells which of two ordinals comes first; never 0 for different ones. */
export type Order = (a: number, b: number) => number;

/** The best first; equal ones by their ordinals, so that a page never repeats what another showed. */
export const byScore =
  (at: Float64Array): Order =>
  (a, b) =>
    (at[b] ?? 0) - (at[a] ?? 0) || a - b;

/** By date; the undated stand last, whichever end comes first. */
export function byDate(sort: Exclude<Sort, 'relevance'>, { ranks, undatedFrom }: DateRanks): Order {
  const sign = sort === 'oldest' ? 1 : -1;
  return (a, b) => {
    const [one = 0, other = 0] = [ranks[a], ranks[b]];
    const [isUndated, isOtherUndated] = [one >= undatedFrom, other >= undatedFrom];
    if (one === other || (isUndated && isOtherUndated)) return a - b;
    return isUndated || isOtherUndated ? one - other : sign * (one - other);
  };
}

/** The first of many in order, without putting the rest in order. */
export function firstOf(ordinals: readonly number[], count: number, order: Order): number[] {
  if (count === 0) return [];
  let first: number[] = [];
  let last: number | undefined;
  for (const ordinal of ordinals) {
    if (last !== undefined && order(ordinal, last) > 0) continue;
    first.push(ordinal);
    if (first.length < PUT_OFF * count) continue;
    first = first.sort(order).slice(0, count);
    last = first[count - 1];
  }
  return first.sort(order).slice(0, count);
}

/** So many times as many as are wanted are gathered before they are put in order. */
const PUT_OFF = 4;
