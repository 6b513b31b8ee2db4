import { daysApart } from '../../data/dates/days-apart.ts';
import type { Filter, NearMisses } from '../hits.ts';
import type { Finding } from './find.ts';
import { byScore, firstOf } from './order.ts';
import { bestOf } from './rank.ts';
import { documentsAt, type Shelf } from './shelf.ts';

/** A query with one part of it left out, and what it finds then. */
export type Way = { without: string; excludes: boolean; finding: Finding; kept: readonly number[] };

const MOST = 3;

/**
 * The documents that one part alone kept out, by the first part that did: of those outside of the
 * dates the nearest in time, otherwise the best.
 */
export function nearMisses(shelf: Shelf, ways: readonly Way[], dates: Filter): NearMisses | null {
  const way = ways.find(({ kept }) => kept.length > 0);
  if (!way) return null;
  const { without, excludes, finding, kept } = way;
  const { documents } = shelf;
  const byWords = byScore(finding.scores.at);
  const away = (place: number) => {
    const document = documents[place];
    return (document && daysApart(document.date, dates)) ?? Number.MAX_SAFE_INTEGER;
  };
  const isDate = without === 'from' || without === 'to';
  const nearest = isDate
    ? firstOf(kept, MOST, (a, b) => away(a) - away(b) || byWords(a, b))
    : bestOf(shelf, finding, kept, MOST);
  return { without, excludes, documents: documentsAt(shelf, nearest) };
}
