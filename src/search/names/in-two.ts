/** A word cut in two, in every way that leaves each part two letters at least. */
export const inTwo = (word: string): string[][] =>
  Array.from({ length: Math.max(word.length - 3, 0) }, (_, i) => [
    word.slice(0, i + 2),
    word.slice(i + 2),
  ]);
