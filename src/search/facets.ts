import type { Document } from '../data/document.ts';
import type { Facets, FacetValue } from './hits.ts';

/** No more than a person would look through. */
const MOST = 10;

/** Counts over all of the documents. */
export function countFacets(documents: Iterable<Document>): Facets {
  const collections = new Map<string, number>();
  const decades = new Map<string, number>();
  const people = new Map<string, number>();
  for (const document of documents) {
    count(collections, [document.collection]);
    count(decades, decadesOf(document));
    count(people, peopleOf(document));
  }
  const byDecade = mostFrequent(decades).sort((a, b) => Number(a.value) - Number(b.value));
  return {
    collections: mostFrequent(collections),
    decades: byDecade,
    people: mostFrequent(people),
  };
}

/** Everybody whom a document names: in it, as its author or as its recipient. */
export const peopleOf = ({ people, creators, recipients }: Document): readonly string[] => [
  ...new Set([people, creators, recipients].flatMap((names) => names ?? [])),
];

function decadesOf({ date: { start, end } }: Document): string[] {
  const [first, last] = [start, end].map((day) => Number(/^\d{4}(?=-)/.exec(day ?? '')?.[0]) / 10);
  if (first === undefined || last === undefined || !(last >= first)) return [];
  const [from, to] = [Math.floor(first), Math.floor(last)];
  return Array.from({ length: to - from + 1 }, (_, i) => String((from + i) * 10).padStart(4, '0'));
}

function count(counts: Map<string, number>, values: readonly string[]): void {
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** Of equal ones the first by the alphabet. */
export const mostFrequent = (counts: ReadonlyMap<string, number>): FacetValue[] =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST);
