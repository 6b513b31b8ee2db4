import type { Document } from '../../data/corpus/document.ts';
import type { DayOfYear } from '../../data/dates/anniversary.ts';
import { overlapping } from '../../data/dates/spans.ts';
import { timelineOf } from '../../data/dates/timeline.ts';
import type { Archive, DayEntry, Window } from '../archive.ts';
import { anniversariesOn, nearestAnniversaries, ofMonth } from './anniversaries.ts';
import { type DateIndex, standingAt } from './date-index.ts';
import { passes } from './filter.ts';
import { find } from './find.ts';
import type { Shelf } from './shelf.ts';
import { within } from './window.ts';

/**
 * Documents by when they are from.
 * @param index of all documents by their dates
 */
export function createDated(
  index: () => DateIndex,
  shelf: Shelf,
): Pick<Archive, 'overlapping' | 'anniversaries' | 'ofMonth' | 'timeline'> {
  const documentsIn = (places: readonly number[], window: Window) => ({
    total: places.length,
    documents: standingAt(index(), within(places, window)),
  });

  return {
    async overlapping(span, window) {
      return { ...documentsIn(overlapping(index(), span), window), undated: index().undated };
    },

    async anniversaries(day, year, window) {
      const { certain, apart, monthOnly } = anniversariesOn(index(), day, year);
      const { before, after } =
        certain.length > 0 ? NOTHING_NEAR : nearestAnniversaries(index(), day);
      const entries: DayEntry[] = [
        ...certain.map((entry) => ({ kind: 'certain' as const, ...entry })),
        ...apart.map((entry) => ({ kind: 'perhaps' as const, ...entry })),
        ...(before?.documents ?? []).map((document) => ({ kind: 'before' as const, document })),
        ...(after?.documents ?? []).map((document) => ({ kind: 'after' as const, document })),
      ];
      return {
        certain: certain.length,
        monthOnly,
        nearest: { before: before && counted(before), after: after && counted(after) },
        total: entries.length,
        entries: within(entries, window),
      };
    },

    async ofMonth(month, window) {
      return documentsIn(ofMonth(index(), month), window);
    },

    async timeline({ text, filter }) {
      const { columns, documents } = shelf;
      const places =
        text === undefined ? documents.keys() : find(shelf, text.toWellFormed()).places;
      const hasPassed = passes(columns, filter);
      const marks = new Uint8Array(documents.length);
      let meant = 0;
      for (const place of places) {
        if (!hasPassed(place)) continue;
        marks[place] = 1;
        meant += 1;
      }
      const isMeant = (place: number) => marks[place] === 1;
      return { meant, timeline: timelineOf(columns.spans, isMeant, filter) };
    },
  };
}

const NOTHING_NEAR: ReturnType<typeof nearestAnniversaries> = {
  before: undefined,
  after: undefined,
};

const counted = ({ month, day, documents }: DayOfYear & { documents: readonly Document[] }) => ({
  month,
  day,
  documents: documents.length,
});
