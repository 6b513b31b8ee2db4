import { daysApart } from '../../data/dates/days-apart.ts';
import { daysOf } from '../../data/dates/spans.ts';
import type { NearMisses } from '../hits.ts';
import type { Filter } from '../questions.ts';
import type { Finding } from './find.ts';
import { byScore, firstOf } from './order.ts';
import { bestOf } from './rank.ts';
import { documentsAt, type SearchIndex } from './search-index.ts';

/** A query with one part of it left out, and what it finds then. */
export type Way = { without: string; excludes: boolean; finding: Finding; kept: readonly number[] };

const MOST = 3;

/**
 * The documents that one part alone kept out, by the first part that did: of those outside of the
 * dates the nearest in time, otherwise the best.
 */
export function nearMisses(
  index: SearchIndex,
  ways: readonly Way[],
  dates: Filter,
): NearMisses | null {
  const way = ways.find(({ kept }) => kept.length > 0);
  if (!way) return null;
  const { without, excludes, finding, kept } = way;
  const { spans } = index.columns;
  const byWords = byScore(finding.scores.at);
  const away = (ordinal: number) => {
    return daysApart(daysOf(spans, ordinal), dates) ?? Number.MAX_SAFE_INTEGER;
  };
  const isDate = without === 'from' || without === 'to';
  const nearest = isDate
    ? firstOf(kept, MOST, (a, b) => away(a) - away(b) || byWords(a, b))
    : bestOf(index, finding, kept, MOST);
  return { without, excludes, documents: documentsAt(index, nearest) };
}
