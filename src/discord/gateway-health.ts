import { type Client, Events } from 'discord.js';

/**
 * How long the gateway may be away. A session is mostly resumed within a second or two, and Discord
 * sends what was missed: that is no outage.
 */
const BACK_WITHIN_MS = 10_000;

/**
 * Follows the gateway's connections, one a shard.
 * @param now milliseconds of any clock that runs evenly
 * @returns whether all of them are there, or have been away for less than ten seconds
 */
export function watchGateway(client: Client, now = () => performance.now()): () => boolean {
  const awaySince = new Map<number, number>();
  client.on(Events.ShardReconnecting, (shard) => {
    // It is tried again and again.
    if (!awaySince.has(shard)) awaySince.set(shard, now());
  });
  // Closed for good.
  client.on(Events.ShardDisconnect, (_, shard) => awaySince.set(shard, Number.NEGATIVE_INFINITY));
  client.on(Events.ShardResume, (shard) => awaySince.delete(shard));
  client.on(Events.ShardReady, (shard) => awaySince.delete(shard));
  return () => [...awaySince.values()].every((since) => now() - since < BACK_WITHIN_MS);
}
