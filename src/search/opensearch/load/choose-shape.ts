import { UserError } from '../../../errors.ts';
import type { Cluster } from '../cluster.ts';
import type { Shape } from '../mapping.ts';
import { currentVersion } from '../versions.ts';

/**
 * How an index is divided and copied where that isn't given: in as many shards as before, or one for
 * each node that holds data; with a copy of each where there is another node for it. A node that is away
 * for a while changes no shards, for then all would have to be loaded anew.
 * @throws UserError for more copies than there are other nodes
 */
export async function chooseShape(
  cluster: Cluster,
  alias: string,
  given: { [Part in keyof Shape]: Shape[Part] | undefined },
): Promise<Shape> {
  const { number_of_data_nodes: nodes } = await cluster.ask<{ number_of_data_nodes: number }>({
    method: 'GET',
    path: '/_cluster/health',
  });
  const former = await currentVersion(cluster, alias);
  const shards = given.shards ?? former?.meta.shards ?? Math.max(1, nodes);
  const replicas = given.replicas ?? (nodes > 1 ? 1 : 0);
  if (replicas > 0 && replicas >= nodes)
    throw new UserError(
      `--replicas: there is no node for ${replicas} copies, for OpenSearch has ${nodes} in all. Give at most ${Math.max(0, nodes - 1)}.`,
    );
  return { shards, replicas };
}
