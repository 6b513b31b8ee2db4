import { compareDays } from '../../data/dates/compare.ts';
import type { Day } from '../../data/dates/historical-date.ts';
import type { Edges } from '../../data/dates/spans.ts';
import {
  type Counts,
  chooseUnit,
  emptyBuckets,
  lastDayOf,
  type Timeline,
  unitsFor,
  type WholeEdges,
  wholeEdges,
} from '../../data/dates/timeline.ts';
import type { Archive } from '../archive.ts';

type Answer = Awaited<ReturnType<Archive['timeline']>>;

/** Asks both when documents are from, or counts them as they are told. */
export type AskTimelines = (
  by?: Parameters<Archive['timeline']>[0]['by'],
) => Promise<readonly [Answer, Answer]>;

/**
 * Counts documents of both over time, by the unit that their span demands together.
 * @param alone when those of each are from, as it tells that by itself
 * @param asked the first and the last day that were asked for
 * @param coarsens whether the unit may be coarser than the span demands
 */
export async function countTogether(
  ask: AskTimelines,
  alone: readonly (Timeline | null)[],
  asked: Edges = {},
  coarsens = true,
): Promise<Timeline | null> {
  const whole = wholeEdges(asked, spanOf(alone));
  if (!whole || alone.every((timeline) => timeline === null)) return null;
  const counted = await Promise.all(
    unitsFor(whole.from, whole.to).map(async (unit) => {
      const both = await ask({ ...whole, unit });
      const timelines = both.flatMap(({ timeline }) => timeline ?? []);
      return [unit, addTimelines(whole, timelines, unit)] as const;
    }),
  );
  const byUnit = new Map(counted);
  return chooseUnit(whole, (unit) => byUnit.get(unit) as Timeline, coarsens);
}

/** From the first bucket of all to the end of the last. */
function spanOf(timelines: readonly (Timeline | null)[]): WholeEdges | undefined {
  const spans = timelines.flatMap((timeline) => {
    const [first, last] = [timeline?.buckets[0], timeline?.buckets.at(-1)];
    return timeline && first && last
      ? [{ from: first.from, to: lastDayOf(last.from, timeline.unit) }]
      : [];
  });
  const from = spans.map((span) => span.from).toSorted(compareDays)[0];
  const to = spans
    .map((span) => span.to)
    .toSorted(compareDays)
    .at(-1);
  return from && to ? { from, to } : undefined;
}

/** Adds counts by one unit between two days. */
export function addTimelines(
  edges: WholeEdges,
  timelines: readonly Timeline[],
  unit: Timeline['unit'],
): Timeline {
  const buckets = emptyBuckets(edges, unit);
  const places = new Map<Day, Counts>(buckets.map((bucket) => [bucket.from, bucket]));
  const rough = { all: 0, meant: 0 };
  const undated = { all: 0, meant: 0 };
  for (const timeline of timelines) {
    for (const bucket of timeline.buckets) addTo(places.get(bucket.from), bucket);
    addTo(rough, timeline.rough);
    addTo(undated, timeline.undated);
  }
  return { unit, buckets, rough, undated };
}

function addTo(sum: Counts | undefined, { all, meant }: Counts): void {
  if (!sum) return;
  sum.all += all;
  sum.meant += meant;
}
