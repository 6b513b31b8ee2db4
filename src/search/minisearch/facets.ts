import type { Facets, FacetValue } from '../hits.ts';
import type { CodedLists } from '../index/coded-lists.ts';
import type { Columns } from '../index/columns.ts';
import { firstOf } from './order.ts';

/** No more than a person would look through. */
export const MOST_VALUES = 10;
/** From year 0 to 9999. */
const DECADES = 1000;

/** Counts over the documents of some ordinals, of each kind the most frequent so many values. */
export const countFacets = (
  columns: Columns,
  ordinals: readonly number[],
  most = MOST_VALUES,
): Facets => ({
  collections: countValues(columns.values.collections, ordinals, most),
  decades: countDecades(columns, ordinals, most),
  people: countValues(columns.values.people, ordinals, most),
});

/** The most frequent values; of equal ones the first by the alphabet. */
export function countValues(
  { dictionary, lists: { starts, values } }: CodedLists,
  ordinals: readonly number[],
  most: number,
): FacetValue[] {
  const counts = new Uint32Array(dictionary.length);
  for (const ordinal of ordinals) {
    const end = starts[ordinal + 1] ?? 0;
    for (let at = starts[ordinal] ?? 0; at < end; at += 1) {
      const number = values[at] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  const found = [...counts.keys()].filter((number) => counts[number] && dictionary[number]);
  // Numbers are in the order of the alphabet.
  const byCount = (a: number, b: number) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b;
  return firstOf(found, most, byCount).map((number) => ({
    value: dictionary[number] ?? '',
    count: counts[number] ?? 0,
  }));
}

/** The most frequent decades in their order. A date of several counts in each. */
function countDecades({ spans }: Columns, ordinals: readonly number[], most: number): FacetValue[] {
  const counts = new Uint32Array(DECADES);
  const decadeOf = (day = Number.NaN) => Math.floor(day / 100_000);
  for (const ordinal of ordinals) {
    const [from, to] = [decadeOf(spans.first[ordinal]), decadeOf(spans.last[ordinal])];
    if (!(from >= 0 && to < DECADES)) continue;
    for (let decade = from; decade <= to; decade += 1) counts[decade] = (counts[decade] ?? 0) + 1;
  }
  const found = [...counts.keys()].filter((decade) => counts[decade]);
  const byCount = (a: number, b: number) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b;
  return firstOf(found, most, byCount)
    .sort((a, b) => a - b)
    .map((decade) => ({
      value: String(decade * 10).padStart(4, '0'),
      count: counts[decade] ?? 0,
    }));
}
