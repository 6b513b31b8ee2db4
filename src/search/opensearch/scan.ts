import type { Cluster, SearchAnswer, SearchHit } from './cluster.ts';

/** As many as OpenSearch gives at a time. */
const A_PAGE = 10_000;
const WITHIN_MS = 60_000;

/**
 * Everything in an index that no longer changes, in the order of a field.
 * @param by a field that every document has, and no two the same
 * @param wanted what is wanted of each: parts of its source, or columns
 */
export async function* scan(
  cluster: Cluster,
  index: string,
  by: string,
  wanted: object,
): AsyncGenerator<SearchHit> {
  let after: unknown[] | undefined;
  do {
    const body = {
      query: { exists: { field: by } },
      size: A_PAGE,
      sort: [{ [by]: 'asc' }],
      track_total_hits: false,
      ...(after && { search_after: after }),
      ...wanted,
    };
    const { hits } = await cluster.ask<SearchAnswer>({
      method: 'POST',
      path: `/${index}/_search`,
      query: { allow_partial_search_results: false },
      body,
      timeoutMs: WITHIN_MS,
    });
    yield* hits.hits;
    after = hits.hits.at(-1)?.sort;
  } while (after);
}
