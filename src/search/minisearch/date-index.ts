import { ordinalsByPosition, type PackedDocuments } from '../../data/corpus/packed-documents.ts';
import { type Spans, spansAt } from '../../data/dates/spans.ts';
import { filled } from '../../data/filled.ts';
import type { Columns } from '../index/columns.ts';
import { doubtfulBit, monthBit } from '../index/days-of-year.ts';

/** Documents in the order of their dates, so that a question about days doesn't walk over all of them. */
export type DateIndex = Spans & {
  /** The ordinals in the order of dates; of equal dates, in that of the corpus. */
  ordinals: Uint32Array;
  undated: number;
  /** By day of the year (month · 100 + day): where those stand that are dated certainly to it. */
  certain: ReadonlyMap<number, readonly number[]>;
  /** By month: where those stand that are dated to it without a day. */
  monthOnly: ReadonlyMap<number, readonly number[]>;
  /** By month: where those stand that may be of one of its days otherwise. */
  doubtful: ReadonlyMap<number, readonly number[]>;
};

const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);

export function indexDates(
  { spans, dates, days }: Columns,
  { positions }: Pick<PackedDocuments, 'positions'>,
): DateIndex {
  const ordinals = inOrder(dates.ranks, positions);
  const certain = new Map<number, number[]>();
  const monthOnly = new Map<number, number[]>();
  const doubtful = new Map<number, number[]>();
  let undated = 0;
  for (const [at, ordinal] of ordinals.entries()) {
    if ((dates.ranks[ordinal] ?? 0) >= dates.undatedFrom) undated += 1;
    const key = days.certain[ordinal] ?? 0;
    if (key > 0) put(certain, key, at);
    const months = days.months[ordinal] ?? 0;
    if (months === 0) continue;
    for (const month of MONTHS) {
      if (months & monthBit(month)) put(monthOnly, month, at);
      if (months & doubtfulBit(month)) put(doubtful, month, at);
    }
  }
  return { ...spansAt(spans, ordinals), ordinals, undated, certain, monthOnly, doubtful };
}

/** By rank, then by position. As one number each: numbers are sorted many times as fast as pairs. */
function inOrder(ranks: Uint32Array, positions: Uint32Array): Uint32Array {
  const { length } = ranks;
  const ordinalAt = ordinalsByPosition(positions);
  const keys = filled(
    new Float64Array(length),
    (ordinal) => (ranks[ordinal] ?? 0) * length + (positions[ordinal] ?? 0),
  ).sort();
  return filled(new Uint32Array(length), (at) => ordinalAt[(keys[at] ?? 0) % length] ?? 0);
}

/** The ordinals of what stands at some places of the index. */
export const standingAt = ({ ordinals }: DateIndex, places: readonly number[]): number[] =>
  places.map((place) => ordinals[place] ?? 0);

function put<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
