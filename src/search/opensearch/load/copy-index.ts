import type { Cluster } from '../cluster.ts';
import { CHANGED_WITHIN_MS, entryTo, remove } from '../versions.ts';

/** Large indices take a while to be copied and written. */
const WITHIN_MS = 600_000;

/** Copies an index that is closed for writing, within the cluster: its files are only linked. */
export async function clone(cluster: Cluster, from: string, to: string): Promise<void> {
  await cluster.ask({
    method: 'PUT',
    path: `/${from}/_clone/${to}`,
    query: { wait_for_active_shards: 'all', timeout: `${WITHIN_MS}ms` },
    body: {
      settings: {
        'index.blocks.write': false,
        'index.number_of_replicas': 0,
        // Else a file keeps what is deleted as long as that is less than a tenth of it.
        'index.merge.policy.expunge_deletes_allowed': 0,
      },
      aliases: { [entryTo(to)]: {} },
    },
    timeoutMs: WITHIN_MS + CHANGED_WITHIN_MS,
    isOnce: true,
  });
}

/**
 * Copies an index once more, without what was deleted, and removes it. What is deleted still counts among
 * all until it is gone from the files, too: an index that was written to keeps it for half a minute, for
 * copies that may want it; a copy has no such history.
 */
export async function dropDeleted(cluster: Cluster, draft: string, name: string): Promise<void> {
  const post = (index: string, action: string, query = {}) =>
    cluster.ask({
      method: 'POST',
      path: `/${index}/${action}`,
      query,
      timeoutMs: WITHIN_MS,
    });
  await post(draft, '_flush');
  await cluster.ask({
    method: 'PUT',
    path: `/${draft}/_settings`,
    body: { 'index.blocks.write': true },
    timeoutMs: CHANGED_WITHIN_MS,
  });
  await clone(cluster, draft, name);
  await remove(cluster, [draft]);
  await post(name, '_forcemerge', { only_expunge_deletes: true });
  await post(name, '_refresh');
}
