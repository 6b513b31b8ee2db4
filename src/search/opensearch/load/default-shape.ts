import type { Cluster } from '../cluster.ts';
import type { Shape } from '../mapping.ts';

/** A shard for each node that holds data, and a copy of each where there is another node for it. */
export async function defaultShape(cluster: Cluster): Promise<Shape> {
  const { number_of_data_nodes: nodes } = await cluster.ask<{ number_of_data_nodes: number }>({
    method: 'GET',
    path: '/_cluster/health',
  });
  return { shards: Math.max(1, nodes), replicas: nodes > 1 ? 1 : 0 };
}
