import type { Cluster } from '../cluster.ts';
import type { Shape } from '../mapping.ts';
import { CHANGED_WITHIN_MS, wordsOf } from '../versions.ts';

/** Large indices take a while to be written and copied. */
const WITHIN_MS = 600_000;

/**
 * Makes two indices ready to be asked: what was sent is searchable, copied as often as it shall be, and
 * all there. They take no more documents.
 * @throws Error if there are more or fewer documents than were sent
 */
export async function publish(
  cluster: Cluster,
  index: string,
  documents: number,
  { replicas }: Shape,
): Promise<void> {
  const names = `${index},${wordsOf(index)}`;
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
  const { count } = await cluster.ask<{ count: number }>({
    method: 'GET',
    path: `/${index}/_count`,
    timeoutMs: CHANGED_WITHIN_MS,
  });
  if (count !== documents) {
    throw new Error(`${count} of ${documents} documents arrived: the old ones stay in use`);
  }
}
