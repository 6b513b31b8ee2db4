/**
 * Asks one question at a time for each key, and of those that come meanwhile only the last: a person who
 * types on no longer wants what was asked for before.
 * @returns what answers a question, with its answer; or with undefined if it was overtaken
 */
export function createLatestOnly() {
  const last = new Map<string, Promise<void>>();
  return async <Value>(key: string, ask: () => Promise<Value>): Promise<Value | undefined> => {
    const before = last.get(key);
    const { promise: done, resolve } = Promise.withResolvers<void>();
    const isOvertaken = () => last.get(key) !== done;
    last.set(key, done);
    try {
      await before;
      if (isOvertaken()) return undefined;
      const value = await ask();
      return isOvertaken() ? undefined : value;
    } finally {
      resolve();
      if (!isOvertaken()) last.delete(key);
    }
  };
}
