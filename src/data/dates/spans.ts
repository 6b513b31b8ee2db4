import { dayOf } from './calendar.ts';
import { hasNoDay } from './compare.ts';
import type { Day, HistoricalDate } from './historical-date.ts';

/**
 * The first and the last day of each of some dates as a number that orders them (see `numberOf`):
 * infinite where it is open, and the wrong way round where nothing is known.
 */
export type Spans = { first: Float64Array; last: Float64Array };

/** The first and the last day to be shown; what is left out is open. */
export type Edges = { from?: Day | undefined; to?: Day | undefined };

const EARLIEST = Number.NEGATIVE_INFINITY;
const LATEST = Number.POSITIVE_INFINITY;

export function spansOf(documents: readonly { date: HistoricalDate }[]): Spans {
  const spans = documents.map(({ date }) => spanOf(date));
  return {
    first: Float64Array.from(spans, ({ first }) => first),
    last: Float64Array.from(spans, ({ last }) => last),
  };
}

/** Those that stand at some places of others, in the places' order. */
export function spansAt({ first, last }: Spans, places: ArrayLike<number>): Spans {
  const { length } = places;
  const spans = { first: new Float64Array(length), last: new Float64Array(length) };
  for (let at = 0; at < length; at += 1) {
    const place = places[at] ?? -1;
    spans.first[at] = first[place] ?? LATEST;
    spans.last[at] = last[place] ?? EARLIEST;
  }
  return spans;
}

/** The first and the last day of one date, as numbers. */
export function spanOf(date: HistoricalDate): { first: number; last: number } {
  const isNowhere = hasNoDay(date) && date.precision === 'unknown';
  return {
    first: date.start ? numberOf(date.start) : isNowhere ? LATEST : EARLIEST,
    last: date.end ? numberOf(date.end) : isNowhere ? EARLIEST : LATEST,
  };
}

/**
 * Whether a date can be of a span, its ends included; anything can where it has no ends. Of what
 * nothing is known the first day comes after the last, so that it is in no span with an end.
 */
export function isWithin({ first, last }: Spans, { from, to }: Edges): (at: number) => boolean {
  if (!from && !to) return () => true;
  const earliest = from ? numberOf(from) : EARLIEST;
  const latest = to ? numberOf(to) : LATEST;
  return (at) => (first[at] ?? LATEST) <= latest && (last[at] ?? EARLIEST) >= earliest;
}

/** Where those stand that can be of a span (see `isWithin`). */
export function overlapping(spans: Spans, edges: Edges): number[] {
  const isFound = isWithin(spans, edges);
  const found: number[] = [];
  // By number: iterators take several times as long, and spans are many.
  for (let at = 0; at < spans.first.length; at += 1) if (isFound(at)) found.push(at);
  return found;
}

/** The first and the last day that any of those meant has. */
export function edgesOf({ first, last }: Spans, isMeant = (_at: number) => true): Edges {
  let [from, to] = [LATEST, EARLIEST];
  for (let at = 0; at < first.length; at += 1) {
    if (!isMeant(at)) continue;
    const [start, end] = [first[at] ?? LATEST, last[at] ?? EARLIEST];
    if (Number.isFinite(start) && start < from) from = start;
    if (Number.isFinite(end) && end > to) to = end;
  }
  return {
    from: Number.isFinite(from) ? dayNumbered(from) : undefined,
    to: Number.isFinite(to) ? dayNumbered(to) : undefined,
  };
}

/** The first and the last day of a span by where it stands; null where it is open. */
export function daysOf({ first, last }: Spans, at: number): { start: Day | null; end: Day | null } {
  const [start = EARLIEST, end = LATEST] = [first[at], last[at]];
  return {
    start: Number.isFinite(start) ? dayNumbered(start) : null,
    end: Number.isFinite(end) ? dayNumbered(end) : null,
  };
}

/** Days in their order as numbers, year · 10,000 + month · 100 + day: of any year, those BCE too. */
export const numberOf = (day: Day): number =>
  Number(day.slice(0, -6)) * 10_000 + Number(day.slice(-5, -3)) * 100 + Number(day.slice(-2));

/** The day that is ordered by a number. */
export function dayNumbered(number: number): Day {
  const year = Math.floor(number / 10_000);
  const month = Math.floor(number / 100) - year * 100;
  return dayOf({ year, month, day: number - year * 10_000 - month * 100 }) as Day;
}
