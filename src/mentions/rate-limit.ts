const MINUTE_MS = 60_000;

/**
 * Lets each person do something so often a minute.
 * @returns whether one more is within the limit; then it counts
 */
export function createRateLimit(most: number, now: () => number): (person: string) => boolean {
  const times = new Map<string, readonly number[]>();
  return (person) => {
    const since = now() - MINUTE_MS;
    for (const [other, [...all]] of times) {
      if ((all.at(-1) ?? 0) <= since) times.delete(other);
    }
    const recent = (times.get(person) ?? []).filter((time) => time > since);
    if (recent.length >= most) return false;
    times.set(person, [...recent, now()]);
    return true;
  };
}
