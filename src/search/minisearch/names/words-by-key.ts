/**
 * Words by what all spellings of a name share. Those once learned stay: whoever asks leaves out what
 * isn't held.
 */
export type WordsByKey = { learn(word: string): void; of(key: string): readonly string[] };

export function createWordsByKey(keysOf: (word: string) => readonly string[]): WordsByKey {
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
}
