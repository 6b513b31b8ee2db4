import type { Document } from '../../data/corpus/document.ts';
import { decadeSpan } from '../../data/dates/common-span.ts';
import type { FacetValue, Period } from '../hits.ts';

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
  ...decadeSpan(value),
  documents: count,
});

const yearOf = (day: string | null): string | undefined => /^\d{4}(?=-)/.exec(day ?? '')?.[0];
