import { addDays, dayOf, daysBetween } from './calendar.ts';
import { compareDays } from './compare.ts';
import type { Day } from './historical-date.ts';
import { dayNumbered, type Edges, edgesOf, numberOf, type Spans } from './spans.ts';

/** The units of time that documents are counted by. */
export type Unit = 'day' | 'month' | 'year' | 'decade';

/** How many documents there are of a kind, and how many of them are meant. */
export type Counts = { all: number; meant: number };

/** More buckets than this are no picture: a few thousand years by decade. One more is made, no others. */
export const MOST_BUCKETS = 500;

/** Documents over time. */
export type Timeline = {
  unit: Unit;
  /** Without a gap from the first to the last; `from` is the first day of the bucket. */
  buckets: readonly (Counts & { from: Day })[];
  /** Dated less precisely than to one of the buckets. */
  rough: Counts;
  undated: Counts;
};

/** The longest span, in days, that is still shown by a unit; a longer one is shown by decades. */
const LONGEST: readonly [Unit, number][] = [
  ['day', 62],
  ['month', 6 * 366],
  ['year', 250 * 366],
];

/**
 * Counts documents by day, month, year or decade, as the span of those that are meant demands, and
 * by a coarser unit where each would stand alone or most are dated less precisely. Null if none of
 * them has a day that it could be placed by.
 * @param isMeant by where a document's span stands
 * @param edges the first and the last day to be shown; where left out, those of what is meant
 * @param coarsens whether it may be coarser than the span demands
 */
export function timelineOf(
  spans: Spans,
  isMeant: (at: number) => boolean,
  edges: Edges = {},
  coarsens = true,
): Timeline | null {
  const own = edges.from && edges.to ? undefined : edgesOf(spans, isMeant);
  const whole = wholeEdges(edges, own);
  if (!whole) return null;
  return chooseUnit(whole, (unit) => countBy(unit, spans, isMeant, whole), coarsens);
}

/** The first and the last day to be shown, of which neither may be open. */
export type WholeEdges = { from: Day; to: Day };

/**
 * The days to be shown: those asked for and, where these are open, those of what is meant.
 * @returns null where there is none
 */
export function wholeEdges(edges: Edges, own: Edges | undefined): WholeEdges | null {
  const from = edges.from ?? own?.from;
  const to = edges.to ?? own?.to;
  return from && to && compareDays(from, to) <= 0 ? { from, to } : null;
}

/**
 * The counts by the unit that a span demands, or by a coarser one (see `timelineOf`).
 * @param count counts by a unit
 */
export function chooseUnit(
  { from, to }: WholeEdges,
  count: (unit: Unit) => Timeline,
  coarsens = true,
): Timeline {
  const [least = 'decade', ...coarserUnits] = unitsFor(from, to);
  const finest = count(least);
  if (!coarsens || isInformative(finest)) return finest;
  for (const unit of coarserUnits) {
    const coarser = count(unit);
    const isEnough = coarser.buckets.length >= FEWEST || isMostlyRough(finest);
    if (isEnough && isInformative(coarser)) return coarser;
  }
  return finest;
}

export const UNITS: readonly Unit[] = ['day', 'month', 'year', 'decade'];
/** Fewer buckets are not worth a coarser unit. */
const FEWEST = 5;

/** Whether one can see from it when more and when fewer documents are from. */
const isInformative = (found: Timeline): boolean =>
  !isMostlyRough(found) && found.buckets.some(({ meant }) => meant > 1);

const isMostlyRough = ({ buckets, rough }: Timeline): boolean =>
  rough.meant > buckets.reduce((sum, { meant }) => sum + meant, 0);

/** Counts by a unit between two days. @param isMeant by where a document's span stands */
export function countBy(
  unit: Unit,
  { first, last }: Spans,
  isMeant: (at: number) => boolean,
  { from, to }: WholeEdges,
): Timeline {
  const [earliest, latest] = [numberOf(from), numberOf(to)];
  const begin = bucketOf(earliest, unit);
  const buckets = emptyBuckets({ from, to }, unit);
  const rough = { all: 0, meant: 0 };
  const undated = { all: 0, meant: 0 };
  const countsOf = (start: number, until: number): Counts | undefined => {
    if (!Number.isFinite(start) && !Number.isFinite(until)) return undated;
    const touches = start <= latest && until >= earliest;
    // Within its edges, a day is reckoned; beyond them, there may be too many of them.
    if (!touches && unit === 'day') return undefined;
    const bucket = Number.isFinite(start - until) ? bucketOf(start, unit) : undefined;
    if (bucket !== undefined && (start === until || bucket === bucketOf(until, unit))) {
      return buckets[bucket - begin];
    }
    return touches ? rough : undefined;
  };
  for (let at = 0; at < first.length; at += 1) {
    const counts = countsOf(first[at] ?? 0, last[at] ?? 0);
    if (!counts) continue;
    counts.all += 1;
    if (isMeant(at)) counts.meant += 1;
  }
  return { unit, buckets, rough, undated };
}

/** The buckets from the first to the last day. */
export function emptyBuckets({ from, to }: WholeEdges, unit: Unit): Timeline['buckets'][number][] {
  const begin = bucketOf(numberOf(from), unit);
  // What is too many for a picture needn't be made.
  const length = Math.min(bucketOf(numberOf(to), unit) - begin + 1, MOST_BUCKETS + 1);
  return Array.from({ length }, (_, index) => ({
    from: firstDayOf(begin + index, unit),
    all: 0,
    meant: 0,
  }));
}

/** The units that a span may be counted by, the finest first. */
export function unitsFor(from: Day, to: Day): Unit[] {
  const days = daysBetween(from, to);
  const finest = LONGEST.find(([, most]) => days <= most)?.[0] ?? 'decade';
  return UNITS.slice(UNITS.indexOf(finest));
}

/** The last day of a bucket. */
export const lastDayOf = (from: Day, unit: Unit): Day =>
  addDays(firstDayOf(bucketOf(numberOf(from), unit) + 1, unit), -1);

const EPOCH: Day = '1970-01-01';

/** The number of the bucket that a day lies in, from an arbitrary beginning. */
export function bucketOf(day: number, unit: Unit): number {
  const year = Math.floor(day / 10_000);
  if (unit === 'year') return year;
  if (unit === 'decade') return Math.floor(year / 10);
  if (unit === 'month') return year * 12 + Math.floor(day / 100) - year * 100 - 1;
  return daysBetween(EPOCH, dayNumbered(day));
}

function firstDayOf(number: number, unit: Unit): Day {
  if (unit === 'day') return addDays(EPOCH, number);
  const years =
    unit === 'decade' ? number * 10 : unit === 'year' ? number : Math.floor(number / 12);
  const month = unit === 'month' ? (((number % 12) + 12) % 12) + 1 : 1;
  return dayOf({ year: years, month, day: 1 }) ?? EPOCH;
}
