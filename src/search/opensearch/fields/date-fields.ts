import { anniversaryOf, certainDay } from '../../../data/dates/anniversary.ts';
import { hasNoDay } from '../../../data/dates/compare.ts';
import type { Day, HistoricalDate } from '../../../data/dates/historical-date.ts';
import { keyOf } from '../../../data/dates/nearest-days.ts';
import { numberOf, spanOf } from '../../../data/dates/spans.ts';
import { bucketOf, UNITS, type Unit } from '../../../data/dates/timeline.ts';
import { daysOfYear, doubtfulBit, monthBit } from '../../index/days-of-year.ts';

/** Stands for the day of a span that is open: beyond every day that can be reckoned. */
const OPEN_DAY = 9e15;
/** Added to the number of a day, so that all are positive and have sixteen digits. */
const SHIFT = 2e15;
/** The first decade after those that are counted. */
const DECADES = 1000;
/** More of a printed date is no longer compared. */
const COMPARED = 500;

const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);
/** Every day that a month can have. */
const DAYS = Array.from({ length: 31 }, (_, day) => day + 1);

/** What a document is ordered, filtered and counted by of its date. */
export function dateFields(date: HistoricalDate): Record<string, unknown> {
  const { first, last } = spanOf(date);
  const finite = (day: number) => (Number.isFinite(day) ? day : Math.sign(day) * OPEN_DAY);
  const isUndated = hasNoDay(date);
  return {
    first: finite(first),
    last: finite(last),
    start: date.start ? numberOf(date.start) : undefined,
    end: date.end ? numberOf(date.end) : undefined,
    is_open: date.start && date.end ? 0 : 1,
    undated: isUndated,
    [isUndated ? 'undated_key' : 'date_key']: dateKey(date),
    ...daysFields(date),
    ...bucketFields(first, last),
    decades: decadesOf(first, last),
  };
}

/** A text whose order is that of `compareDates`; the same for dates that are alike. */
function dateKey(date: HistoricalDate): string {
  const { start, end, approximate, uncertain, inferred } = date;
  const doubts = [approximate, uncertain, inferred];
  return [
    sortable(start ?? end),
    Number(start === null),
    sortable(end),
    doubts.filter(Boolean).length,
    date.text.slice(0, COMPARED).toWellFormed(),
    date.edtf?.slice(0, COMPARED) ?? '',
    date.precision,
    doubts.join(),
  ].join('\0');
}

/** Digits that have the order of days; a missing one comes last. */
const sortable = (day: Day | null): string =>
  day ? String(numberOf(day) + SHIFT).padStart(16, '0') : '9'.repeat(16);

/** The days and months of the year that a date has to do with. */
function daysFields(date: HistoricalDate) {
  const certain = certainDay(date);
  const { months } = daysOfYear(date);
  if (months === 0) {
    const key = certain && keyOf(certain);
    return key === undefined ? {} : { certain_day: key, certain_days: [key] };
  }
  const days = { certain: [] as number[], apart: [] as number[] };
  for (const month of MONTHS.filter((one) => months & doubtfulBit(one))) {
    for (const day of DAYS) {
      const found = anniversaryOf(date, { month, day });
      if (found && found.kind !== 'month') days[found.kind].push(keyOf({ month, day }));
    }
  }
  return {
    certain_day: certain && keyOf(certain),
    certain_days: days.certain,
    doubtful_days: days.apart,
    month_only: MONTHS.filter((month) => months & monthBit(month)),
  };
}

/** The bucket of each unit in which a date lies whole; none of a unit that is too fine for it. */
function bucketFields(first: number, last: number): Partial<Record<Unit, number>> {
  if (!Number.isFinite(first - last)) return {};
  const buckets: Partial<Record<Unit, number>> = {};
  for (const unit of UNITS) {
    // A day far from our time takes long to reckon, and is shown as a day only near others.
    const bucket = bucketOf(first, unit);
    if (first === last || bucket === bucketOf(last, unit)) buckets[unit] = bucket;
  }
  return buckets;
}

function decadesOf(first: number, last: number): number[] {
  const [from, to] = [Math.floor(first / 100_000), Math.floor(last / 100_000)];
  if (!(from >= 0 && to < DECADES)) return [];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
