import type { DayOfYear } from '../../data/dates/anniversary.ts';
import { overlapping } from '../../data/dates/spans.ts';
import { countBy, timelineOf } from '../../data/dates/timeline.ts';
import type { DayEntry } from '../answers.ts';
import type { Archive } from '../archive.ts';
import type { Window } from '../questions.ts';
import { within } from '../window.ts';
import { anniversariesOn, nearestAnniversaries, ofMonth } from './anniversaries.ts';
import { type DateIndex, indexDates, standingAt } from './date-index.ts';
import { passes } from './filter.ts';
import { find } from './find.ts';
import { documentsAt, type SearchIndex } from './search-index.ts';

/** Documents by when they are from. */
export function createDated(
  index: SearchIndex,
): Pick<Archive, 'overlapping' | 'anniversaries' | 'ofMonth' | 'timeline'> {
  const { documents, columns } = index;
  let made: DateIndex | undefined;
  const dates = () => {
    made ??= indexDates(columns, documents);
    return made;
  };
  const documentsIn = (places: readonly number[], window: Window) => ({
    total: places.length,
    documents: documentsAt(index, standingAt(dates(), within(places, window))),
  });

  return {
    async overlapping(span, window) {
      return { ...documentsIn(overlapping(dates(), span), window), undated: dates().undated };
    },

    async anniversaries(day, year, window) {
      const dateOf = (ordinal: number) => documents.at(ordinal).date;
      const { certain, apart, monthOnly } = anniversariesOn(dates(), dateOf, day, year);
      const { before, after } =
        certain.length > 0 ? NOTHING_NEAR : nearestAnniversaries(dates(), day);
      const entries: Entry[] = [
        ...certain.map(({ ordinal, label }) => ({ ordinal, kind: 'certain' as const, label })),
        ...apart.map(({ ordinal, reason }) => ({ ordinal, kind: 'perhaps' as const, reason })),
        ...(before?.ordinals ?? []).map((ordinal) => ({ ordinal, kind: 'before' as const })),
        ...(after?.ordinals ?? []).map((ordinal) => ({ ordinal, kind: 'after' as const })),
      ];
      return {
        certain: certain.length,
        monthOnly,
        nearest: { before: before && counted(before), after: after && counted(after) },
        total: entries.length,
        entries: within(entries, window).map(({ ordinal, ...entry }) => ({
          ...entry,
          document: documents.at(ordinal),
        })),
      };
    },

    async ofMonth(month, window) {
      return documentsIn(ofMonth(dates(), month), window);
    },

    async timeline({ text, filter, corrects, by }) {
      const { length } = documents;
      const ordinals =
        text === undefined
          ? Array(length).keys()
          : find(index, text.toWellFormed(), { corrects }).ordinals;
      const hasPassed = passes(columns, filter);
      const marks = new Uint8Array(length);
      let meant = 0;
      for (const ordinal of ordinals) {
        if (!hasPassed(ordinal)) continue;
        marks[ordinal] = 1;
        meant += 1;
      }
      const isMeant = (ordinal: number) => marks[ordinal] === 1;
      const { spans } = columns;
      return {
        meant,
        timeline: by ? countBy(by.unit, spans, isMeant, by) : timelineOf(spans, isMeant, filter),
      };
    },
  };
}

/** An entry whose document is named by its ordinal. */
type Entry = DayEntry extends infer One
  ? One extends DayEntry
    ? Omit<One, 'document'> & { ordinal: number }
    : never
  : never;

const NOTHING_NEAR: ReturnType<typeof nearestAnniversaries> = {
  before: undefined,
  after: undefined,
};

const counted = ({ month, day, ordinals }: DayOfYear & { ordinals: readonly number[] }) => ({
  month,
  day,
  documents: ordinals.length,
});
