import type { Document } from '../../data/corpus/document.ts';
import {
  anniversaryOf,
  certainDay,
  type DayOfYear,
  memberSpans as membersOf,
} from '../../data/dates/anniversary.ts';
import { daysBetween, numbersOf } from '../../data/dates/calendar.ts';
import { compareDates, hasNoDay } from '../../data/dates/compare.ts';
import type { HistoricalDate } from '../../data/dates/historical-date.ts';
import { type Spans, spansOf } from '../../data/dates/spans.ts';
import { rankDates } from './columns.ts';

/** Documents by their dates, so that a question about days doesn't walk over all of them. */
export type DateIndex = Spans & {
  /** In the order of `compareDates`. */
  documents: readonly Document[];
  undated: number;
  /** By day of the year (month · 100 + day): where those stand that are dated certainly to it. */
  certain: ReadonlyMap<number, readonly number[]>;
  /** By month: where those stand that are dated to it without a day. */
  monthOnly: ReadonlyMap<number, readonly number[]>;
  /** By month: where whatever else stands that may be of one of its days. */
  doubtful: ReadonlyMap<number, readonly number[]>;
};

export const keyOf = ({ month, day }: DayOfYear): number => month * 100 + day;

/** @param ranks the order of their dates, where it is known; those alike stay as they are */
export function indexDates(
  unordered: readonly Document[],
  ranks = rankDates(unordered, spansOf(unordered)),
): DateIndex {
  const documents = inOrder(unordered, ranks);
  const certain = new Map<number, number[]>();
  const monthOnly = new Map<number, number[]>();
  const doubtful = new Map<number, number[]>();
  let undated = 0;
  for (const [at, { date }] of documents.entries()) {
    if (hasNoDay(date)) undated += 1;
    const day = certainDay(date);
    if (day) put(certain, keyOf(day), at);
    for (const month of day && date.start === date.end ? [] : monthsOf(date)) {
      const isMonth = anniversaryOf(date, { month, day: 1 })?.kind === 'month';
      put(isMonth ? monthOnly : doubtful, month, at);
    }
  }
  return { ...spansOf(documents), documents, undated, certain, monthOnly, doubtful };
}

/** Rank and place as one number: numbers are sorted many times as fast as documents. */
function inOrder(documents: readonly Document[], ranks: Uint32Array): Document[] {
  const { length } = documents;
  const keys = Float64Array.from(ranks, (rank, place) => rank * length + place).sort();
  const ordered = Array.from(keys, (key) => documents[key % length]).filter(
    (one) => one !== undefined,
  );
  // What has no day has no rank either.
  const dated = ordered.findLastIndex(({ date }) => !hasNoDay(date)) + 1;
  const undated = ordered.splice(dated).sort((a, b) => compareDates(a.date, b.date));
  return ordered.concat(undated);
}

/** The documents that stand at some places of the index. */
export const standingAt = ({ documents }: DateIndex, places: readonly number[]): Document[] =>
  places.flatMap((place) => documents[place] ?? []);

/** The months of which a date may name a day, or which it names itself. */
function monthsOf(date: HistoricalDate): ReadonlySet<number> {
  const months = new Set<number>();
  for (const { start, end } of membersOf(date)) {
    if (!start || !end || daysBetween(start, end) > LONGEST_DAYS) continue;
    const { month: until } = numbersOf(end);
    let { month } = numbersOf(start);
    while (months.add(month) && month !== until) month = (month % 12) + 1;
  }
  return months;
}

/** No longer span has anniversaries. */
const LONGEST_DAYS = 31;

function put<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
