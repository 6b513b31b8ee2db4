/** Another name for something typed. */
export type OtherName = {
  /** The words typed that it stands for. */
  typed: readonly string[];
  /** Its own words, which a document must hold all. */
  words: readonly string[];
  /** As a person writes it. */
  label: string;
};
