import { compareDates, hasNoDay } from '../data/date/compare.ts';
import type { Document } from '../data/document.ts';
import type { Sort } from './engine.ts';

/** A document found: its place in a list ordered by id, and how well it answers. */
export type Found = { document: Document; place: number; score: number };

/** How hits are ordered; equal ones by id, so that a page never repeats what another showed. */
export const inOrder =
  (sort: Sort) =>
  (a: Found, b: Found): number =>
    (sort === 'relevance' ? b.score - a.score : byDate(sort, a.document, b.document)) ||
    a.place - b.place;

/** By date; the undated stand last, whichever end comes first. */
function byDate(sort: 'oldest' | 'newest', a: Document, b: Document): number {
  const [undatedA, undatedB] = [hasNoDay(a.date), hasNoDay(b.date)];
  if (undatedA || undatedB) return Number(undatedA) - Number(undatedB);
  return sort === 'oldest' ? compareDates(a.date, b.date) : compareDates(b.date, a.date);
}
