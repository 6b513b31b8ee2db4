/** What the index of words says of each: how many documents print it, and how many hold it as a term. */
export type WordCounts = {
  /** In their records. */
  printed: number;
  frequency: number;
  /** In their texts. */
  printed_texts: number;
  frequency_texts: number;
  /** In records or in texts, whichever are more. */
  printed_most: number;
  /** In either. */
  frequency_both: number;
};

/** What is said of a word that no document holds. */
export const NOWHERE: WordCounts = {
  printed: 0,
  frequency: 0,
  printed_texts: 0,
  frequency_texts: 0,
  printed_most: 0,
  frequency_both: 0,
};
