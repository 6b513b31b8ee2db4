import type { Coverage } from '../corpus/coverage.ts';
import type { ListingRange } from './format.ts';

type Interval = Coverage['missing'][number];

/** A page that was read: where it lies in its collection's listing, and how much was found on it. */
export type ReadPage = { collection: string; range: ListingRange; found: number };

/**
 * What is held of each collection after reading more pages of its listing. Of a page that gave fewer
 * documents than it counts, the last places are taken to be missing.
 */
export function mergeCoverage(
  before: readonly Coverage[],
  pages: readonly ReadPage[],
): readonly Coverage[] {
  const known = new Map(before.map((coverage) => [coverage.collection, coverage]));
  for (const [collection, read] of Map.groupBy(pages, (page) => page.collection)) {
    const listed = Math.max(...read.map(({ range }) => range.listed));
    const held = [...heldOf(known.get(collection)), ...read.map(heldPlaces)];
    const missing = without(listed, held);
    const count = listed - missing.reduce((sum, [from, to]) => sum + to - from + 1, 0);
    known.set(collection, { collection, listed, held: count, missing });
  }
  return [...known.values()];
}

const heldOf = (coverage: Coverage | undefined): Interval[] =>
  coverage ? without(coverage.listed, coverage.missing) : [];

const heldPlaces = ({ range: { from, to }, found }: ReadPage): Interval => [
  from,
  Math.min(to, from + found - 1),
];

/** The places from 1 to the last that are in none of the intervals. */
function without(last: number, intervals: readonly Interval[]): Interval[] {
  return intervals.reduce<Interval[]>(
    (rest, [from, to]) =>
      rest.flatMap(([first, end]) =>
        [
          [first, Math.min(end, from - 1)] as Interval,
          [Math.max(first, to + 1), end] as Interval,
        ].filter(([a, b]) => a <= b),
      ),
    [[1, last]],
  );
}
