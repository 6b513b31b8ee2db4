import type { Cluster, SearchAnswer } from '../cluster.ts';
import type { Shape } from '../mapping.ts';
import { HAS_TEXT } from '../queries.ts';
import { CHANGED_WITHIN_MS, indicesOf, pagesOf, type TextCounts } from '../versions.ts';

/** Large indices take a while to be written and copied. */
const WITHIN_MS = 600_000;

/**
 * Makes the indices of a version ready to be asked: what was sent is searchable, copied as often as it shall be, and
 * all there. They take no more documents.
 * @throws Error if there are more or fewer documents or pages than were sent
 */
export async function publish(
  cluster: Cluster,
  index: string,
  sent: { documents: number; pages: number },
  { replicas }: Shape,
): Promise<void> {
  const names = indicesOf(index).join();
  const set = (settings: object) =>
    cluster.ask({
      method: 'PUT',
      path: `/${names}/_settings`,
      body: settings,
      timeoutMs: CHANGED_WITHIN_MS,
    });
  const flush = () =>
    cluster.ask({
      method: 'POST',
      path: `/${names}/_flush`,
      query: { force: true },
      timeoutMs: WITHIN_MS,
    });
  await cluster.ask({ method: 'POST', path: `/${names}/_refresh`, timeoutMs: WITHIN_MS });
  await set({ 'index.translog.durability': 'request', 'index.blocks.write': true });
  // A copy is made of the last commit that is known to be safe, and of the operations since, which can't be
  // repeated without a source: the first flush makes all of them safe, the second a commit of them.
  await flush();
  await flush();
  await set({ number_of_replicas: replicas });
  await cluster.ask({
    method: 'GET',
    path: `/_cluster/health/${names}`,
    query: {
      wait_for_active_shards: 'all',
      wait_for_no_relocating_shards: true,
      timeout: `${WITHIN_MS}ms`,
    },
    timeoutMs: WITHIN_MS + CHANGED_WITHIN_MS,
  });
  for (const [kind, own] of [
    ['documents', index],
    ['pages', pagesOf(index)],
  ] as const) {
    const { count } = await cluster.ask<{ count: number }>({
      method: 'GET',
      path: `/${own}/_count`,
      timeoutMs: CHANGED_WITHIN_MS,
    });
    if (count !== sent[kind])
      throw new Error(`${count} of ${sent[kind]} ${kind} arrived: the old ones stay in use`);
  }
}

/** Counts what has a text in an index that is ready. */
export async function countTexts(cluster: Cluster, index: string): Promise<TextCounts> {
  const sum = (field: string) => ({ sum: { field } });
  const { hits, aggregations } = await cluster.ask<SearchAnswer>({
    method: 'POST',
    path: `/${index}/_search`,
    query: { allow_partial_search_results: false },
    body: {
      query: HAS_TEXT,
      size: 0,
      track_total_hits: true,
      aggs: { pages: sum('text_pages'), words: sum('text_length') },
    },
    timeoutMs: CHANGED_WITHIN_MS,
  });
  const { pages, words } = aggregations as Record<'pages' | 'words', { value: number }>;
  return { documents: hits.total.value, pages: pages.value, words: words.value };
}
