import { dayNumbered, type Edges, numberOf } from '../../data/dates/spans.ts';
import {
  bucketOf,
  type Counts,
  chooseUnit,
  emptyBuckets,
  MOST_BUCKETS,
  type Timeline,
  type Unit,
  unitsFor,
  type WholeEdges,
  wholeEdges,
} from '../../data/dates/timeline.ts';
import type { SearchAnswer } from './cluster.ts';
import { countedIn, type PinnedIndex, totalOf } from './pinned-index.ts';
import { type Clause, term } from './queries.ts';
import { EDGES, edgesIn } from './whole.ts';

/** Documents by each unit that a span may be counted by. */
export type Timelines = {
  /** How many match. */
  meant: number;
  /** The counts by a unit, or as fine as the span demands; null where nothing has a day. */
  choose(coarsens?: boolean): Timeline | null;
  /** The counts by a unit that isn't finer than the span demands. */
  count(unit: Unit): Timeline | null;
};

/**
 * Counts what matches a query against all of another one.
 * @param edges the first and the last day to be shown; where open, those of what matches
 */
export async function countOverTime(
  index: PinnedIndex,
  meant: Clause,
  all: Clause,
  edges: Edges,
): Promise<Timelines> {
  const answer = await index.searchOnce({
    query: meant,
    size: 0,
    track_total_hits: true,
    aggs: EDGES,
  });
  const total = totalOf(answer);
  const { first, last } = edgesIn(answer.aggregations);
  const whole = wholeEdges(edges, {
    from: first === null ? undefined : dayNumbered(first),
    to: last === null ? undefined : dayNumbered(last),
  });
  if (!whole) return { meant: total, choose: () => null, count: () => null };
  const units = unitsFor(whole.from, whole.to);
  const aggs = Object.fromEntries(units.flatMap((unit) => Object.entries(countsBy(unit, whole))));
  const bodies = [meant, all].map((query) => ({
    query,
    size: 0,
    aggs: { ...aggs, undated: { filter: term('undated', true) } },
  }));
  const [ofMeant, ofAll] = await index.search(bodies);
  if (!ofMeant || !ofAll) throw new Error('OpenSearch has not counted over time');
  return {
    meant: total,
    choose: (coarsens) =>
      chooseUnit(whole, (unit) => timelineIn(unit, whole, ofMeant, ofAll), coarsens),
    count: (unit) => timelineIn(unit, whole, ofMeant, ofAll),
  };
}

/** What is counted by a unit: each bucket, and what touches the span and is in none. */
function countsBy(unit: Unit, whole: WholeEdges) {
  const [earliest, latest] = [numberOf(whole.from), numberOf(whole.to)];
  const [gte, lte] = [bucketOf(earliest, unit), bucketOf(latest, unit)];
  return {
    [unit]: {
      filter: { range: { [unit]: { gte, lte } } },
      aggs: { buckets: { terms: { field: unit, size: MOST_BUCKETS + 1, order: { _key: 'asc' } } } },
    },
    [`rough_${unit}`]: {
      filter: {
        bool: {
          filter: [{ range: { first: { lte: latest } } }, { range: { last: { gte: earliest } } }],
          must_not: [{ exists: { field: unit } }, term('undated', true)],
        },
      },
    },
  };
}

type Buckets = { buckets: { buckets: { key: number; doc_count: number }[] } };

function timelineIn(
  unit: Unit,
  whole: WholeEdges,
  meant: SearchAnswer,
  all: SearchAnswer,
): Timeline {
  const begin = bucketOf(numberOf(whole.from), unit);
  const buckets = emptyBuckets(whole, unit);
  for (const [name, counted] of [['meant', meant] as const, ['all', all] as const]) {
    for (const { key, doc_count } of countedIn<Buckets>(counted, unit).buckets.buckets) {
      const bucket = buckets[key - begin];
      if (bucket) bucket[name] = doc_count;
    }
  }
  const both = (name: string): Counts => ({ all: countIn(all, name), meant: countIn(meant, name) });
  return { unit, buckets, rough: both(`rough_${unit}`), undated: both('undated') };
}

const countIn = (counted: SearchAnswer, name: string): number =>
  countedIn<{ doc_count: number }>(counted, name).doc_count;
