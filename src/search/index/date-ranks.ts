import { compareDates } from '../../data/dates/compare.ts';
import type { HistoricalDate } from '../../data/dates/historical-date.ts';
import type { Spans } from '../../data/dates/spans.ts';

/** The order of documents by their dates. */
export type DateRanks = {
  /** A number for each document: the same for dates that are alike, greater for later ones. */
  ranks: Uint32Array;
  /** The first rank of what has no day. */
  undatedFrom: number;
};

/** Stands for the day of what has none: it comes last. */
const NO_DAY = Number.MAX_VALUE;

/**
 * Ranks documents by date. Those that had a rank keep their order among themselves, so that only new
 * ones are compared.
 * @param earlier the rank that each document had; -1 for a new one
 * @param dates those of the new ones, by ordinal
 * @param dateOf the date of another
 */
export function rankDates(
  earlier: Float64Array,
  { first, last }: Spans,
  dates: ReadonlyMap<number, HistoricalDate>,
  dateOf: (ordinal: number) => HistoricalDate,
): DateRanks {
  // Most days differ, and numbers are compared much faster than dates.
  const day = (ordinal: number): number => {
    const [start = 0, end = 0] = [first[ordinal], last[ordinal]];
    if (Number.isFinite(start)) return start;
    return Number.isFinite(end) ? end : NO_DAY;
  };
  const dateAt = (ordinal: number) => dates.get(ordinal) ?? dateOf(ordinal);
  const compare = (a: number, b: number): number =>
    day(a) - day(b) || compareDates(dateAt(a), dateAt(b));
  const kept = onesOfEachRank(earlier);
  const fresh = [...dates.keys()].sort(compare);

  /** The new rank of each old one. */
  const moved = new Map<number, number>();
  const ranks = new Uint32Array(earlier.length);
  let rank = 0;
  let undatedFrom = -1;
  let next = 0;
  const see = (ordinal: number) => {
    if (undatedFrom < 0 && day(ordinal) === NO_DAY) undatedFrom = rank;
  };
  for (let at = 0; next < fresh.length || at < kept.length; rank += 1) {
    const one = kept[at];
    const other = fresh[next];
    const order = one === undefined ? 1 : other === undefined ? -1 : compare(one.ordinal, other);
    if (one !== undefined && order <= 0) {
      see(one.ordinal);
      moved.set(one.rank, rank);
      at += 1;
    }
    if (other === undefined || order < 0) continue;
    see(other);
    ranks[other] = rank;
    next += 1;
    for (let like = fresh[next]; like !== undefined; like = fresh[next]) {
      if (compare(other, like) !== 0) break;
      ranks[like] = rank;
      next += 1;
    }
  }
  for (const [ordinal, before] of earlier.entries()) {
    if (before >= 0) ranks[ordinal] = moved.get(before) ?? 0;
  }
  return { ranks, undatedFrom: undatedFrom < 0 ? rank : undatedFrom };
}

/** A document of each rank that there was, in their order. */
function onesOfEachRank(earlier: Float64Array): { rank: number; ordinal: number }[] {
  const ones = new Map<number, number>();
  for (const [ordinal, rank] of earlier.entries()) if (rank >= 0) ones.set(rank, ordinal);
  const ranks = Float64Array.from(ones.keys()).sort();
  return Array.from(ranks, (rank) => ({ rank, ordinal: ones.get(rank) ?? 0 }));
}
