import type { Collection } from '../../data/corpus/collections.ts';
import type { Beside } from '../../data/corpus/corpus.ts';
import type { Document } from '../../data/corpus/document.ts';
import type { CollectionYears } from '../../data/corpus/gaps.ts';
import { dayNumbered } from '../../data/dates/spans.ts';
import type { Summary, TextCoverage } from '../answers.ts';
import { readBeside } from './load/beside.ts';
import { countedIn, DOCUMENTS, documentsIn, type PinnedIndex } from './pinned-index.ts';
import { EVERYTHING, HAS_TEXT, term } from './queries.ts';

/** What is known of a version as a whole: small, and fetched once. */
export type Whole = {
  summary(): Promise<Summary>;
  /** Its collections by name, each with how many of its documents have a text. */
  withText(): Promise<TextCoverage['collections']>;
  years(): Promise<CollectionYears>;
  beside(): Promise<Omit<Beside, 'readAt'>>;
  /** How many documents are certainly dated to each day of the year. */
  certainDays(): Promise<ReadonlyMap<number, number>>;
  example(): Promise<Document | null>;
};

/** As many collections as are fetched at a time. */
const A_PAGE = 1000;
const DAYS = 366;

export function createWhole(index: PinnedIndex): Whole {
  const collections = once(() => fetchCollections(index));
  const beside = once(() => readBeside(index.cluster, index.index));
  return {
    beside,
    summary: once(async () => {
      const [undated = 0] = await index.count([term('undated', true)]);
      const answer = await index.searchOnce({ query: EVERYTHING, size: 0, aggs: EDGES });
      const { first, last } = edgesIn(answer.aggregations);
      return {
        documents: index.meta.documents,
        undated,
        first: first === null ? null : dayNumbered(first),
        last: last === null ? null : dayNumbered(last),
        collections: (await collections())
          .map(({ name, documents }): Collection => ({ name, documents }))
          .sort(byName),
        coverage: (await beside()).coverage,
        readAt: new Date(index.meta.readAt),
      };
    }),
    withText: once(async () =>
      (await collections())
        .map(({ name, documents, withText }) => ({ name, documents, withText }))
        .sort(byName),
    ),
    years: once(
      async () =>
        new Map(
          (await collections()).flatMap(({ name, first, last }) => {
            const [from, to] = [first ?? last, last ?? first];
            if (from === null || to === null) return [];
            return [[name, { first: yearOf(from), last: yearOf(to) }] as const];
          }),
        ),
    ),
    certainDays: once(async () => {
      const aggs = { days: { terms: { field: 'certain_day', size: DAYS, shard_size: DAYS } } };
      const answer = await index.searchOnce({ query: EVERYTHING, size: 0, aggs });
      const { buckets } = countedIn<Days>(answer, 'days');
      return new Map(buckets.map(({ key, doc_count }) => [key, doc_count]));
    }),
    example: once(async () => {
      const sort = [{ shows: 'desc' }, { id: 'asc' }];
      const [document = null] = documentsIn(
        await index.searchOnce({ query: EVERYTHING, size: 1, sort, ...DOCUMENTS }),
      );
      return document;
    }),
  };
}

/** Fetches a thing once; again where that failed. */
function once<Value>(fetch: () => Promise<Value>): () => Promise<Value> {
  let kept: Promise<Value> | undefined;
  return () => {
    kept ??= fetch().catch((error) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
}

/** Finds the first and the last day, as aggregations. */
export const EDGES = { first: { min: { field: 'start' } }, last: { max: { field: 'end' } } };

/** The first and the last day of some documents, as numbers; null where none has one. */
export const edgesIn = (counted: unknown): { first: number | null; last: number | null } => {
  const { first, last } = counted as Record<'first' | 'last', { value: number | null }>;
  return { first: first.value, last: last.value };
};

const byName = (a: { name: string }, b: { name: string }): number =>
  a.name.localeCompare(b.name, 'en', { numeric: true });

const yearOf = (day: number): number => Math.floor(day / 10_000);

type Counted = Collection & { withText: number; first: number | null; last: number | null };

async function fetchCollections(index: PinnedIndex): Promise<Counted[]> {
  const found: Counted[] = [];
  let after: object | undefined;
  do {
    const aggs = {
      collections: {
        composite: {
          size: A_PAGE,
          sources: [{ name: { terms: { field: 'collection' } } }],
          ...(after && { after }),
        },
        aggs: { ...EDGES, texts: { filter: HAS_TEXT } },
      },
    };
    const answer = await index.searchOnce({ query: EVERYTHING, size: 0, aggs });
    const { buckets, after_key } = countedIn<Composite>(answer, 'collections');
    for (const { key, doc_count, texts, ...edges } of buckets) {
      const [documents, withText] = [doc_count, texts.doc_count];
      found.push({ name: key.name, documents, withText, ...edgesIn(edges) });
    }
    after = after_key;
  } while (after);
  return found;
}

type Composite = {
  buckets: {
    key: { name: string };
    doc_count: number;
    texts: { doc_count: number };
    first: unknown;
    last: unknown;
  }[];
  after_key?: object;
};
type Days = { buckets: { key: number; doc_count: number }[] };
