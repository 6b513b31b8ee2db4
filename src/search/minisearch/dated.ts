import { anniversariesOn, nearestAnniversaries, ofMonth } from '../../data/anniversaries.ts';
import type { DayOfYear } from '../../data/date/anniversary.ts';
import { type DateIndex, standingAt } from '../../data/date-index.ts';
import type { Document } from '../../data/document.ts';
import { overlapping } from '../../data/spans.ts';
import { timelineOf } from '../../data/timeline.ts';
import type { Archive, DayEntry, Window } from '../archive.ts';
import { isOpen, passes } from '../filter.ts';
import { find } from '../find.ts';
import type { Filter } from '../hits.ts';
import { placesThat, type Shelf } from '../shelf.ts';
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
  const inOrderOfDates = createOrder(index, shelf);

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
      const marks = new Uint8Array(shelf.documents.length);
      const found =
        text === undefined
          ? ofFilter(index(), filter)
          : inOrderOfDates(ofText(shelf, text, filter));
      for (const at of found) marks[at] = 1;
      return {
        meant: found.length,
        timeline: timelineOf(index(), (at) => marks[at] === 1, filter),
      };
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

/** Where those that pass a filter stand in the order of dates. */
function ofFilter(dates: DateIndex, { from, to, ...rest }: Filter): number[] {
  const found = overlapping(dates, { from, to });
  if (isOpen(rest)) return found;
  const hasPassed = passes(rest);
  return found.filter((at) => {
    const document = dates.documents[at];
    return document !== undefined && hasPassed(document);
  });
}

/** The shelf's places of those that a text finds and that pass a filter. */
const ofText = (shelf: Shelf, text: string, filter: Filter): number[] =>
  placesThat(shelf, find(shelf, text.toWellFormed()).places, passes(filter));

/** Tells where the documents at places of the shelf stand in the order of dates. */
function createOrder(
  index: () => DateIndex,
  { documents }: Shelf,
): (places: readonly number[]) => number[] {
  let order: Uint32Array | undefined;
  return (places) => {
    order ??= orderOf(documents, index().documents);
    const standing = order;
    return places.map((place) => standing[place] ?? 0);
  };
}

/** Where each of some documents stands among the same in another order. */
function orderOf(documents: readonly Document[], ordered: readonly Document[]): Uint32Array {
  const standing = new Map(ordered.map((document, at) => [document, at]));
  return Uint32Array.from(documents, (document) => standing.get(document) ?? 0);
}
