import { addDays, dayOf, daysBetween, numbersOf } from './date/calendar.ts';
import { compareDays } from './date/compare.ts';
import type { Day, HistoricalDate } from './date/historical-date.ts';
import type { Document } from './document.ts';

/** The stretches that documents are counted by. */
export type Unit = 'day' | 'month' | 'year' | 'decade';

/** How many documents there are of a kind, and how many of them are meant. */
export type Counts = { all: number; meant: number };

/** More stretches than this are no picture: a few thousand years by decade. One more is made, no others. */
export const MOST_STRETCHES = 500;

/** Documents over time. */
export type Timeline = {
  unit: Unit;
  /** Without a gap from the first to the last; `from` is the first day of the stretch. */
  stretches: readonly (Counts & { from: Day })[];
  /** Dated less precisely than to one of the stretches. */
  rough: Counts;
  undated: Counts;
};

/** The first and the last day to be shown; where left out, those of what is meant. */
export type Edges = { from?: Day | undefined; to?: Day | undefined };

/** The longest span, in days, that is still shown by a unit; a longer one is shown by decades. */
const LONGEST: readonly [Unit, number][] = [
  ['day', 62],
  ['month', 6 * 366],
  ['year', 250 * 366],
];

/**
 * Counts documents by day, month, year or decade, as the span of those that are meant demands, and
 * by a coarser unit where each would stand alone or most are dated less precisely. Null where none of
 * them has a day that it could be placed by.
 * @param coarsens whether it may be coarser than the span demands
 */
export function timelineOf(
  documents: readonly Document[],
  isMeant: (document: Document) => boolean,
  edges: Edges = {},
  coarsens = true,
): Timeline | null {
  const meant = documents.filter(isMeant);
  const from =
    edges.from ??
    edgeOf(
      meant.map(({ date }) => date.start),
      -1,
    );
  const to =
    edges.to ??
    edgeOf(
      meant.map(({ date }) => date.end),
      1,
    );
  if (!from || !to || compareDays(from, to) > 0) return null;
  const least = unitFor(from, to);
  const finest = countBy(least, documents, isMeant, { from, to });
  if (!coarsens || saysSomething(finest)) return finest;
  for (const unit of UNITS.slice(UNITS.indexOf(least) + 1)) {
    const coarser = countBy(unit, documents, isMeant, { from, to });
    const isEnough = coarser.stretches.length >= FEWEST || isMostlyRough(finest);
    if (isEnough && saysSomething(coarser)) return coarser;
  }
  return finest;
}

const UNITS: readonly Unit[] = ['day', 'month', 'year', 'decade'];
/** Fewer stretches are not worth a coarser unit. */
const FEWEST = 5;

/** Whether one can see from it when more and when fewer documents are from. */
const saysSomething = (found: Timeline): boolean =>
  !isMostlyRough(found) && found.stretches.some(({ meant }) => meant > 1);

const isMostlyRough = ({ stretches, rough }: Timeline): boolean =>
  rough.meant > stretches.reduce((sum, { meant }) => sum + meant, 0);

function countBy(
  unit: Unit,
  documents: readonly Document[],
  isMeant: (document: Document) => boolean,
  { from, to }: { from: Day; to: Day },
): Timeline {
  const [first, last] = [numberOf(from, unit), numberOf(to, unit)];
  // What is too many for a picture needn't be made.
  const length = Math.min(last - first + 1, MOST_STRETCHES + 1);
  const stretches = Array.from({ length }, (_, index) => ({
    from: firstDayOf(first + index, unit),
    all: 0,
    meant: 0,
  }));
  const rough = { all: 0, meant: 0 };
  const undated = { all: 0, meant: 0 };
  const of = ({ date }: Document): Counts | undefined => {
    const number = placeOf(date, unit);
    if (number === 'undated') return undated;
    if (number === 'rough') return touches(date, from, to) ? rough : undefined;
    return stretches[number - first];
  };
  for (const document of documents) {
    const counts = of(document);
    if (!counts) continue;
    counts.all += 1;
    if (isMeant(document)) counts.meant += 1;
  }
  return { unit, stretches, rough, undated };
}

/** The number of the stretch that a date lies in, from an arbitrary beginning. */
function placeOf({ start, end }: HistoricalDate, unit: Unit): number | 'rough' | 'undated' {
  if (!start && !end) return 'undated';
  if (!start || !end) return 'rough';
  const [first, last] = [numberOf(start, unit), numberOf(end, unit)];
  return first === last ? first : 'rough';
}

const touches = ({ start, end }: HistoricalDate, from: Day, to: Day): boolean =>
  (!start || compareDays(start, to) <= 0) && (!end || compareDays(end, from) >= 0);

const unitFor = (from: Day, to: Day): Unit => {
  const days = daysBetween(from, to);
  return LONGEST.find(([, most]) => days <= most)?.[0] ?? 'decade';
};

const EPOCH: Day = '1970-01-01';

function numberOf(day: Day, unit: Unit): number {
  const { year, month } = numbersOf(day);
  if (unit === 'day') return daysBetween(EPOCH, day);
  if (unit === 'month') return year * 12 + month - 1;
  return unit === 'year' ? year : Math.floor(year / 10);
}

function firstDayOf(number: number, unit: Unit): Day {
  if (unit === 'day') return addDays(EPOCH, number);
  const years =
    unit === 'decade' ? number * 10 : unit === 'year' ? number : Math.floor(number / 12);
  const month = unit === 'month' ? (((number % 12) + 12) % 12) + 1 : 1;
  return dayOf({ year: years, month, day: 1 }) ?? EPOCH;
}

const edgeOf = (days: readonly (Day | null)[], sign: 1 | -1): Day | undefined =>
  days.reduce<Day | undefined>(
    (edge, day) => (day && (!edge || compareDays(day, edge) * sign > 0) ? day : edge),
    undefined,
  );
