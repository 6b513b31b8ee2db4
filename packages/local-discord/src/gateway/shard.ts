/** Which part of the servers a session has: its number, and how many parts there are. */
export type Shard = readonly [id: number, count: number];

/** Of a client that doesn't say. */
export const WHOLE: Shard = [0, 1];

/**
 * Whether a session gets what happens in a server; what happens in none is the first shard's.
 * @see https://docs.discord.com/developers/events/gateway#sharding
 */
export const isInShard = ([id, count]: Shard, guildId: string | undefined): boolean =>
  id === (guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)));
