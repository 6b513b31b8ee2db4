/** Work that has begun and isn't over yet. */
export type UnderWay = {
  /** Adds some, and settles when it is over. @param work never rejects */
  add(work: Promise<void>): Promise<void>;
  /** Settles when all that is under way now is over. */
  idle(): Promise<void>;
};

export function createUnderWay(): UnderWay {
  const all = new Set<Promise<void>>();
  return {
    async add(work) {
      all.add(work);
      await work.finally(() => all.delete(work));
    },
    idle: async () => {
      await Promise.allSettled(all);
    },
  };
}
