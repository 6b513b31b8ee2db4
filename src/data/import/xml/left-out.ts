/** What of a source's records has no field here, counted. */
export type LeftOut = {
  add(name: string): void;
  /** In words; null if nothing was left out. */
  describe(): string | null;
};

export function countLeftOut(): LeftOut {
  const counts = new Map<string, number>();
  return {
    add: (name) => counts.set(name, (counts.get(name) ?? 0) + 1),
    describe() {
      const named = [...counts].map(([name, count]) => `${name} (${count})`);
      return named.length > 0 ? `left out, because no field holds it: ${named.join(', ')}` : null;
    },
  };
}
