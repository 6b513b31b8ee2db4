import { numbersOf } from '../../data/dates/calendar.ts';
import { formatDay, formatYearNumber, monthName } from '../../data/dates/format.ts';
import type { Day } from '../../data/dates/historical-date.ts';
import type { Counts, Timeline, Unit } from '../../data/dates/timeline.ts';
import { dateWords } from '../../wording/dates.ts';
import { chartWords } from '../../wording/timelines.ts';
import { clip } from '../limits.ts';

const COARSER: Record<Unit, Unit> = {
  day: 'month',
  month: 'year',
  year: 'decade',
  decade: 'decade',
};
/** More than these are added up by the next larger unit. */
const MOST_NUMBERS = 40;
const LONGEST_ALT = 1000;

/** A bucket by its name: `16 October 1962`, `October 1962`, `1962`, `1960s`. */
export function formatBucket(from: Day, unit: Unit): string {
  const { year, month } = numbersOf(from);
  if (unit === 'day') return formatDay(from);
  if (unit === 'month') return dateWords.month(monthName(month), formatYearNumber(year));
  return unit === 'year' ? formatYearNumber(year) : dateWords.decade(Math.floor(year / 10) * 10);
}

/** The unit that the numbers go by, which is coarser than the picture's where there are many. */
export function unitOfNumbers({ unit, buckets }: Timeline): Unit {
  const filled = buckets.filter(({ meant }) => meant > 0);
  return filled.length > MOST_NUMBERS ? COARSER[unit] : unit;
}

/** The numbers of a timeline in words, for those who don't see it, or want them exactly. */
export function timelineNumbers(timeline: Timeline): string[] {
  const { buckets, rough, undated } = timeline;
  const line = addUp(buckets, unitOfNumbers(timeline))
    .filter(([, { meant }]) => meant > 0)
    .map(([name, counts]) => chartWords.numberOf(name, formatCounts(counts)))
    .join(' · ');
  return [
    line,
    undated.all > 0 ? chartWords.numberUndated(formatCounts(undated)) : '',
    rough.all > 0 ? chartWords.numberDatedLessPrecisely(formatCounts(rough)) : '',
  ].filter(Boolean);
}

function addUp(buckets: Timeline['buckets'], unit: Unit): [string, Counts][] {
  const groups = Map.groupBy(buckets, ({ from }) => formatBucket(from, unit));
  return [...groups].map(([name, counts]) => [
    name,
    counts.reduce((sum, { all, meant }) => ({ all: sum.all + all, meant: sum.meant + meant }), {
      all: 0,
      meant: 0,
    }),
  ]);
}

const formatCounts = ({ all, meant }: Counts): string => chartWords.number(meant, all);

/** What the picture shows, for those to whom it is read. */
export function timelineAlt({ unit, buckets, undated }: Timeline, about: string): string {
  const [first] = buckets;
  const last = buckets.at(-1);
  if (!first || !last) return about;
  const total = buckets.reduce((sum, { meant }) => sum + meant, 0);
  const peak = buckets.reduce((most, one) => (one.meant > most.meant ? one : most));
  const words = [
    chartWords.shown(unit, formatBucket(first.from, unit), formatBucket(last.from, unit), about),
    chartWords.most(total, formatBucket(peak.from, unit), peak.meant),
    undated.meant > 0 && chartWords.alsoUndated(undated.meant),
  ];
  return clip(words.filter(Boolean).join(' '), LONGEST_ALT);
}
