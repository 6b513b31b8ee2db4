/** What a word is, wherever it stands. */
export type Reading = {
  /** The word itself, folded. */
  word: string;
  /**
   * A `compound` is two words in one: hyphenated, or a name that begins with a stop word. A `pair` is
   * two characters of a script without spaces, and each of them a `half`, which serves a search for
   * that character alone.
   */
  kind: 'word' | 'stop word' | 'compound' | 'pair' | 'half';
};

/** A word as it stands in a text: from the code unit `start` up to, not including, `end`. */
export type Word = Reading & { start: number; end: number };

/** Whether a word isn't joined of two, which stand there, too. */
export const readsByItself = ({ kind }: Pick<Reading, 'kind'>): boolean =>
  kind !== 'pair' && kind !== 'compound';
