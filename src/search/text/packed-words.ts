import { lowerBoundBy } from '../../data/lower-bound.ts';

/** Words as the bytes of one sorted text: a tenth of the memory that a set or a map of them takes. */
export type PackedWords = {
  readonly length: number;
  /** The number of a word, in the order of the alphabet; undefined for one that isn't among them. */
  numberOf(word: string): number | undefined;
  at(number: number): string;
};

/** @param words sorted, each once */
export function packWords(words: readonly string[]): PackedWords {
  const { length } = words;
  const bytes = Buffer.from(words.join(''));
  const starts = new Uint32Array(length + 1);
  for (const [number, word] of words.entries()) {
    starts[number + 1] = (starts[number] ?? 0) + Buffer.byteLength(word);
  }
  const at = (number: number) => bytes.toString('utf8', starts[number], starts[number + 1]);
  return {
    length,
    at,
    numberOf(word) {
      const number = lowerBoundBy(length, (other) => at(other) < word);
      return number < length && at(number) === word ? number : undefined;
    },
  };
}
