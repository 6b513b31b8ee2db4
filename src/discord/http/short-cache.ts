/**
 * Keeps what was asked for a short time, by key, and asks once for those who want it meanwhile. What
 * fails is not kept.
 */
export function createShortCache<Value>(ms: number, ask: (key: string) => Promise<Value>) {
  const kept = new Map<string, { until: number; value: Promise<Value> }>();
  return (key: string): Promise<Value> => {
    const now = performance.now();
    // In the order of their ends: the first ones are over first.
    for (const [old, { until }] of kept) {
      if (until > now) break;
      kept.delete(old);
    }
    const found = kept.get(key);
    if (found) return found.value;
    const value = ask(key);
    const entry = { until: now + ms, value };
    kept.set(key, entry);
    value.catch(() => {
      if (kept.get(key) === entry) kept.delete(key);
    });
    return value;
  };
}
