import { setImmediate as breathe } from 'node:timers/promises';
import { anniversaryOf, type DayOfYear, spansOf } from './date/anniversary.ts';
import { daysBetween, numbersOf } from './date/calendar.ts';
import { compareDates, hasNoDay } from './date/compare.ts';
import type { Day, HistoricalDate } from './date/historical-date.ts';
import type { Document } from './document.ts';

/** Documents by their dates, so that a question about days doesn't walk over all of them. */
export type DateIndex = {
  /** In the order of `compareDates`. */
  documents: readonly Document[];
  /**
   * The first and the last day of each as a number that orders them: infinite where it is open, and
   * the wrong way round where nothing is known.
   */
  first: Float64Array;
  last: Float64Array;
  undated: number;
  /** By day of the year (month · 100 + day): where those stand that are dated certainly to it. */
  certain: ReadonlyMap<number, readonly number[]>;
  /** By month: where whatever else stands that may be of one of its days. */
  doubtful: ReadonlyMap<number, readonly number[]>;
};

/** So many documents are taken at a time; what else is to be done is done in between. */
const SLICE = 500;
const EARLIEST = Number.NEGATIVE_INFINITY;
const LATEST = Number.POSITIVE_INFINITY;

export const keyOf = ({ month, day }: DayOfYear): number => month * 100 + day;

/** Indexes documents by their dates, without keeping others waiting. */
export async function indexDates(documents: readonly Document[]): Promise<DateIndex> {
  const ordered = await inOrder(documents);
  const first = new Float64Array(ordered.length);
  const last = new Float64Array(ordered.length);
  const certain = new Map<number, number[]>();
  const doubtful = new Map<number, number[]>();
  let undated = 0;
  for (const [at, document] of ordered.entries()) {
    const { date } = document;
    const isNowhere = hasNoDay(date) && date.precision === 'unknown';
    first[at] = date.start ? numberOf(date.start) : isNowhere ? LATEST : EARLIEST;
    last[at] = date.end ? numberOf(date.end) : isNowhere ? EARLIEST : LATEST;
    if (hasNoDay(date)) undated += 1;
    const day = certainDay(date);
    if (day) put(certain, keyOf(day), at);
    for (const month of day && date.start === date.end ? [] : monthsOf(date)) {
      put(doubtful, month, at);
    }
    if (at % SLICE === 0) await breathe();
  }
  return { documents: ordered, first, last, undated, certain, doubtful };
}

/** Those that can be of the span, its ends included, in order; all where it has no ends. */
export function overlapping(
  { documents, first, last }: DateIndex,
  { from, to }: { from?: Day | undefined; to?: Day | undefined },
): Document[] {
  if (!from && !to) return [...documents];
  const earliest = from ? numberOf(from) : EARLIEST;
  const latest = to ? numberOf(to) : LATEST;
  const isNowhere = (at: number) => first[at] === LATEST && last[at] === EARLIEST;
  const found: Document[] = [];
  for (let at = 0; at < first.length; at += 1) {
    if ((first[at] ?? LATEST) > latest || (last[at] ?? EARLIEST) < earliest || isNowhere(at))
      continue;
    const document = documents[at];
    if (document) found.push(document);
  }
  return found;
}

/** The documents that stand at some places of the index. */
export const standingAt = ({ documents }: DateIndex, places: readonly number[]): Document[] =>
  places.flatMap((place) => documents[place] ?? []);

/** The day of the year of a date that is a certain day. */
export function certainDay(date: HistoricalDate): DayOfYear | undefined {
  if (!date.start || date.precision !== 'day') return undefined;
  const { month, day } = numbersOf(date.start);
  const isDoubtful = date.approximate || date.uncertain || date.inferred;
  // So are most, and reckoning takes long.
  if (date.start === date.end && !isDoubtful) return { month, day };
  return anniversaryOf(date, { month, day })?.kind === 'certain' ? { month, day } : undefined;
}

/** The months of which a date may name a day, or which it names itself. */
function monthsOf(date: HistoricalDate): ReadonlySet<number> {
  const months = new Set<number>();
  for (const { start, end } of spansOf(date)) {
    if (!start || !end || daysBetween(start, end) > LONGEST_DAYS) continue;
    const { month: until } = numbersOf(end);
    let { month } = numbersOf(start);
    while (months.add(month) && month !== until) month = (month % 12) + 1;
  }
  return months;
}

/** No longer span has anniversaries. */
const LONGEST_DAYS = 31;

/** Days in their order as numbers: those of any year, those BCE too. */
const numberOf = (day: Day): number =>
  Number(day.slice(0, -6)) * 10_000 + Number(day.slice(-5, -3)) * 100 + Number(day.slice(-2));

function put<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** In the order of `compareDates`: put in order by their first days at once, the rest in slices. */
async function inOrder(documents: readonly Document[]): Promise<Document[]> {
  const days = new Map<number, Document[]>();
  for (const [at, document] of documents.entries()) {
    const edge = document.date.start ?? document.date.end;
    put(days, edge ? numberOf(edge) : LATEST, document);
    if (at % SLICE === 0) await breathe();
  }
  const ordered: Document[] = [];
  for (const day of Float64Array.from(days.keys()).sort()) {
    const slice = ordered.length % SLICE;
    const found = days.get(day) ?? [];
    // The many of one day are alike in all but their text.
    for (const document of found.sort((a, b) => compareDates(a.date, b.date)))
      ordered.push(document);
    if (slice + found.length >= SLICE) await breathe();
  }
  return ordered;
}
