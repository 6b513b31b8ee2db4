import type { ModelFailure } from '../hits.ts';

/** How like a question documents are in what they mean. */
export type Likeness = {
  /** The cosine of each document with the question, by ordinal; `usual` for one without a vector. */
  at: Float32Array;
  /** The median, and how far off it documents usually are, as a standard deviation says it. */
  usual: number;
  spread: number;
};

/** What a model says of some documents. */
export type Meaning = {
  /** How many of the documents have a vector. */
  made(): number;
  /**
   * How like a question they are, or why that can't be said; undefined as long as too few of them
   * have a vector.
   */
  likenessTo(question: string): Promise<Likeness | { failure: ModelFailure } | undefined>;
};
