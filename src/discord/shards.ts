import { z } from 'zod';

/** Which parts of the bot's servers this process has, and how many parts there are in all. */
export type Shards = { ids: readonly number[]; count: number };

const Shard = z.int().min(0);
const List = z.union([Shard.transform((id) => [id]), z.array(Shard).min(1)]);

/** `0`, or `[0,1]`. */
export const ShardList = z.string().transform((text, context): readonly number[] => {
  const read = List.safeParse(parse(text));
  if (read.success && new Set(read.data).size === read.data.length) return read.data;
  context.addIssue('is no shard and no list of them; use one such as 0, or several such as [0,1]');
  return z.NEVER;
});

export const ShardCount = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'is not a number of shards; use the same in each process, such as 4')
  .transform((text) => Number(text));

/**
 * Both settings together, as discord.js reads them: a count alone means all shards in one process, and
 * shards alone are all that there are.
 * @returns undefined if neither is given, or a sentence's end on what is wrong with `SHARDS`
 */
export function toShards(
  ids: readonly number[] | undefined,
  count = ids?.length,
): Shards | string | undefined {
  if (count === undefined) return undefined;
  const own = ids ?? Array.from({ length: count }, (_, id) => id);
  const beyond = own.find((id) => id >= count);
  return beyond === undefined
    ? { ids: own, count }
    : `names shard ${beyond}, but of ${count} in all the last is ${count - 1}; give their number in SHARD_COUNT`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
