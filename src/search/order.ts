import { compareDates, hasNoDay } from '../data/date/compare.ts';
import type { Document } from '../data/document.ts';
import type { Sort } from './hits.ts';

/** Tells which of two places comes first; never 0 for different ones. */
export type Order = (a: number, b: number) => number;

/** How hits are ordered; equal ones by id, so that a page never repeats what another showed. */
export function inOrder(sort: Sort, documents: readonly Document[], at: Float64Array): Order {
  if (sort === 'relevance') return (a, b) => (at[b] ?? 0) - (at[a] ?? 0) || a - b;
  return (a, b) => byDate(sort, documents[a], documents[b]) || a - b;
}

/** By date; the undated stand last, whichever end comes first. */
function byDate(
  sort: 'oldest' | 'newest',
  a: Document | undefined,
  b: Document | undefined,
): number {
  if (!a || !b) return 0;
  const [undatedA, undatedB] = [hasNoDay(a.date), hasNoDay(b.date)];
  if (undatedA || undatedB) return Number(undatedA) - Number(undatedB);
  return sort === 'oldest' ? compareDates(a.date, b.date) : compareDates(b.date, a.date);
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
