import type { Vocabulary } from './spelling.ts';

/** What an archive knows of the words that its documents hold: a text is read against it. */
export type WordStatistics = {
  /** How many documents hold the term. */
  frequency(term: string): number;
  /** How much the term tells: near 0 where all hold it, near ln(documents) where one does. */
  idf(term: string): number;
  /** Whether a document prints the word as it reads; stop words aren't counted. */
  isPrinted(word: string): boolean;
  /** Whether some document holds all of the terms. */
  areTogether(terms: readonly string[]): boolean;
  readonly vocabulary: Vocabulary;
};
