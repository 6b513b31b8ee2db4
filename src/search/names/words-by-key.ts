/**
 * Words by what all spellings of a name share. Those once learned stay: whoever asks leaves out what
 * isn't held.
 */
type WordsByKey = { learn(word: string): void; of(key: string): readonly string[] };

/**
 * Makes a place for the words of one kind of spelling.
 * @param kind its name
 * @param keysOf the keys of a word of that kind
 */
export type CreateWordsByKey = (
  kind: string,
  keysOf: (word: string) => readonly string[],
) => WordsByKey;

/** Words by their keys in memory. */
export const createWordsByKey: CreateWordsByKey = (_, keysOf) => {
  const words = new Map<string, string[]>();
  return {
    learn(word) {
      for (const key of keysOf(word)) {
        const alike = words.get(key);
        if (alike) alike.push(word);
        else words.set(key, [word]);
      }
    },
    // Whatever the order in which they were learned.
    of: (key) => (words.get(key) ?? []).toSorted(),
  };
};
