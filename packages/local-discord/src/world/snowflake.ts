/** The first second of 2015, from which Discord counts. */
const EPOCH = 1_420_070_400_000;
const SEQUENCE_BITS = 22n;

/**
 * Makes ids as Discord does: the time in milliseconds, then a running number, so that a later id
 * is always the greater one.
 * @see https://docs.discord.com/developers/reference#snowflakes
 */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const earliest = BigInt(Math.trunc(now()) - EPOCH) << SEQUENCE_BITS;
    last = earliest > last ? earliest : last + 1n;
    return last.toString();
  };
}
