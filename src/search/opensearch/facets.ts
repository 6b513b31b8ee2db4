import type { Facets, FacetValue } from '../hits.ts';
import { MOST_ADDED_UP } from '../ranking/steps.ts';

/** No more than a person would look through. */
const MOST = 10;
/** Of several shards, each gives so many, so that the most frequent of all are among them. */
const A_SHARD = 5000;

/** Counts by the most frequent values of a field; of equal ones the first by the alphabet. */
export const countedBy = (field: string, size = MOST) => ({
  terms: { field, size, shard_size: A_SHARD, order: [{ _count: 'desc' }, { _key: 'asc' }] },
});

/**
 * What the hits of a search can be narrowed by, as aggregations.
 * @param isAddedUp whether they will be added to those of another archive
 */
export const countedFacets = (isAddedUp = false) => {
  const size = isAddedUp ? MOST_ADDED_UP : MOST;
  return {
    collections: countedBy('collection', size),
    decades: countedBy('decades', size),
    people: countedBy('people', size),
  };
};

export type Buckets = { buckets: { key: string | number; doc_count: number }[] };

export const valuesIn = ({ buckets }: Buckets): FacetValue[] =>
  buckets
    .filter(({ key }) => key !== '')
    .map(({ key, doc_count }) => ({ value: String(key), count: doc_count }));

/** The facets that were counted, decades in their order. */
export function facetsIn(counted: Record<string, unknown> | undefined): Facets {
  const { collections, decades, people } = counted as Record<keyof Facets, Buckets>;
  return {
    collections: valuesIn(collections),
    decades: decades.buckets
      .toSorted((a, b) => Number(a.key) - Number(b.key))
      .map(({ key, doc_count }) => ({
        value: String(Number(key) * 10).padStart(4, '0'),
        count: doc_count,
      })),
    people: valuesIn(people),
  };
}
