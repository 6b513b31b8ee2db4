import type { Facets, FacetValue } from '../hits.ts';
import type { Columns, Values } from './columns.ts';
import { firstOf } from './order.ts';

/** No more than a person would look through. */
const MOST = 10;
/** From year 0 to 9999. */
const DECADES = 1000;

/** Counts over the documents at some places. */
export const countFacets = (columns: Columns, places: readonly number[]): Facets => ({
  collections: countValues(columns.collections, places),
  decades: countDecades(columns, places),
  people: countValues(columns.people, places),
});

/** The most frequent values; of equal ones the first by the alphabet. */
function countValues({ names, numbers }: Values, places: readonly number[]): FacetValue[] {
  const counts = new Uint32Array(names.length);
  const { starts, values } = numbers;
  for (const place of places) {
    const end = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < end; at += 1) {
      const number = values[at] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  const nameOf = (number: number) => names[number] ?? '';
  const found = [...counts.keys()].filter((number) => counts[number] && nameOf(number));
  const byCount = (a: number, b: number) =>
    (counts[b] ?? 0) - (counts[a] ?? 0) || (nameOf(a) < nameOf(b) ? -1 : 1);
  return firstOf(found, MOST, byCount).map((number) => ({
    value: nameOf(number),
    count: counts[number] ?? 0,
  }));
}

/** The most frequent decades in their order. A date of several counts in each. */
function countDecades({ spans }: Columns, places: readonly number[]): FacetValue[] {
  const counts = new Uint32Array(DECADES);
  const decadeOf = (day = Number.NaN) => Math.floor(day / 100_000);
  for (const place of places) {
    const [from, to] = [decadeOf(spans.first[place]), decadeOf(spans.last[place])];
    if (!(from >= 0 && to < DECADES)) continue;
    for (let decade = from; decade <= to; decade += 1) counts[decade] = (counts[decade] ?? 0) + 1;
  }
  const found = [...counts.keys()].filter((decade) => counts[decade]);
  const byCount = (a: number, b: number) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b;
  return firstOf(found, MOST, byCount)
    .sort((a, b) => a - b)
    .map((decade) => ({
      value: String(decade * 10).padStart(4, '0'),
      count: counts[decade] ?? 0,
    }));
}
