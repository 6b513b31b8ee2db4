import type { Document } from '../../data/corpus/document.ts';
import type { Cluster, Search, SearchAnswer, SearchHit } from './cluster.ts';
import { pagesOf, type Version, type VersionMeta, wordsOf } from './versions.ts';

/** One version of a corpus, which never changes: whoever asks of it several times is answered alike. */
export type PinnedIndex = {
  cluster: Cluster;
  meta: VersionMeta;
  index: string;
  words: string;
  pages: string;
  /** The answers to searches of the documents, in their order. */
  search(bodies: readonly object[]): Promise<SearchAnswer[]>;
  /** The answer to one search. */
  searchOnce(body: object): Promise<SearchAnswer>;
  /** How many documents match each of some queries. */
  count(queries: readonly object[]): Promise<number[]>;
  /** The documents of these ids that there are, in their order. */
  documents(ids: readonly string[]): Promise<Document[]>;
};

export function pin(cluster: Cluster, { index, meta }: Version): PinnedIndex {
  // Several shards have statistics of their own, which are taken together.
  const isDistributed = meta.shards > 1;
  const search = (bodies: readonly object[]) =>
    cluster.search(bodies.map((body): Search => ({ index, body, isDistributed })));
  return {
    cluster,
    meta,
    index,
    words: wordsOf(index),
    pages: pagesOf(index),
    search,
    async searchOnce(body) {
      const [answer] = await search([body]);
      if (!answer) throw new Error('OpenSearch has answered no search');
      return answer;
    },
    async count(queries) {
      const bodies = queries.map((query) => ({ query, size: 0, track_total_hits: true }));
      return (await search(bodies)).map(totalOf);
    },
    async documents(ids) {
      const found = await cluster.get(index, ids, DOCUMENTS);
      return found.flatMap((one) => (one ? documentIn(one) : []));
    },
  };
}

export const totalOf = ({ hits }: SearchAnswer): number => hits.total.value;

/** What a search is asked for, so that its hits have their documents. */
export const DOCUMENTS = { stored_fields: 'line' };
/** What it is asked for, so that its hits have columns alone: then nothing else is looked up. */
export const columns = (...names: string[]) => ({
  stored_fields: '_none_',
  docvalue_fields: ['id', ...names],
});

/** The document of a hit that was asked for with it. */
export function documentIn(hit: SearchHit): Document {
  const line = columnOf<string>(hit, 'line');
  if (line === undefined) throw new Error('OpenSearch has given a hit without its document');
  return JSON.parse(line);
}

/** The id of a hit that was asked for with its columns. */
export const idIn = (hit: SearchHit): string => columnOf<string>(hit, 'id') ?? hit._id;

export const documentsIn = ({ hits }: SearchAnswer): Document[] => hits.hits.map(documentIn);

/** A column's first value of a hit; undefined if it has none. */
export const columnOf = <Value>({ fields }: SearchHit, name: string): Value | undefined =>
  fields?.[name]?.[0] as Value | undefined;

/** What has been counted under a name beside the hits. */
export function countedIn<Counted>(answer: SearchAnswer, name: string): Counted {
  const counted = answer.aggregations?.[name];
  if (counted === undefined) throw new Error(`OpenSearch has not counted ${name}`);
  return counted as Counted;
}
