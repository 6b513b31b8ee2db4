import { compareText } from '../../data/dates/compare.ts';
import type { Facets, FacetValue } from '../hits.ts';

/** As many values as an archive by itself gives. */
const MOST = 10;

/** What the hits of both can be narrowed by. */
export const addFacets = (one: Facets, other: Facets): Facets => ({
  collections: addValues(one.collections, other.collections, MOST),
  decades: addValues(one.decades, other.decades, MOST).toSorted((a, b) =>
    compareText(a.value, b.value),
  ),
  people: addValues(one.people, other.people, MOST),
});

/** The most frequent values of both; of equal ones the first by the alphabet. */
export function addValues(
  one: readonly FacetValue[],
  other: readonly FacetValue[],
  most: number,
): FacetValue[] {
  const counts = new Map<string, number>();
  for (const { value, count } of [...one, ...other]) {
    counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return Array.from(counts, ([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compareText(a.value, b.value))
    .slice(0, most);
}
