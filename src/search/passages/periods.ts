import type { Document } from '../../data/corpus/document.ts';
import { compareDays } from '../../data/dates/compare.ts';
import type { FacetValue, Filter, Period } from '../hits.ts';

/**
 * The times that hits are from: by decades or, where they are all from one, by the years of those that
 * were looked at.
 * @param decades of all hits
 * @param documents those that were looked at
 */
export function periodsOf(
  decades: readonly FacetValue[],
  documents: readonly Document[],
): readonly Period[] {
  if (decades.length !== 1) return decades.map(decade);
  const years = Map.groupBy(
    documents.filter(({ date }) => yearOf(date.start) && yearOf(date.start) === yearOf(date.end)),
    ({ date }) => yearOf(date.start) ?? '',
  );
  return [...years]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([year, own]) => ({ from: `${year}-01-01`, to: `${year}-12-31`, documents: own.length }));
}

const decade = ({ value, count }: FacetValue): Period => ({
  from: `${value}-01-01`,
  to: `${value.slice(0, -1)}9-12-31`,
  documents: count,
});

const yearOf = (day: string | null): string | undefined => /^\d{4}(?=-)/.exec(day ?? '')?.[0];

/** What passes a filter and is of a period. */
export const withinPeriod = (
  filter: Filter,
  period: Pick<Period, 'from' | 'to'> | undefined,
): Filter => ({
  ...filter,
  from: latest(filter.from, period?.from),
  to: earliest(filter.to, period?.to),
});

const latest = (one: string | undefined, other: string | undefined) =>
  one && other ? (compareDays(one, other) > 0 ? one : other) : (one ?? other);

const earliest = (one: string | undefined, other: string | undefined) =>
  one && other ? (compareDays(one, other) < 0 ? one : other) : (one ?? other);
