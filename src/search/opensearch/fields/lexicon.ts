import { asToken } from '../tokens.ts';

/** A term that documents hold, and what is counted of it. */
export type TermEntry = {
  term: string;
  token: string;
  /** How many documents hold it in their records, how many in their texts, and how many in both. */
  documents: number;
  texts: number;
  shared: number;
  /** How often the document that is being taken apart holds it in its record, and in its text. */
  count: number;
  countInText: number;
  /** Its row of the directions; -1 for none. */
  row: number;
};

/** How many documents hold a term, in their records or in their texts. */
export const inEither = ({ documents, texts, shared }: TermEntry): number =>
  documents + texts - shared;

/** A word that documents print, and what is counted of it. */
type WordEntry = {
  word: string;
  token: string;
  /** How many documents print it in their records, and in their texts, stop words aside. */
  documents: number;
  texts: number;
  /** The number of the last document that was seen to print it; 0 for none. */
  last: number;
  lastText: number;
  term: TermEntry;
};

/**
 * The words of many documents, each with what is asked of it for every document that has it: looking
 * words up again and again is most of what taking documents apart costs.
 */
export type Lexicon = {
  /** The number of a document that is about to be taken apart: no two have the same. */
  nextDocument(): number;
  entryOf(word: string, stem: string): WordEntry;
  readonly words: ReadonlyMap<string, WordEntry>;
  readonly terms: ReadonlyMap<string, TermEntry>;
};

/** @param rowOf the row of the directions that a term has; -1 for none */
export function createLexicon(rowOf: (term: string) => number = () => -1): Lexicon {
  const words = new Map<string, WordEntry>();
  const terms = new Map<string, TermEntry>();
  const termOf = (term: string): TermEntry => {
    const known = terms.get(term);
    if (known) return known;
    const entry = {
      term,
      token: asToken(term),
      documents: 0,
      texts: 0,
      shared: 0,
      count: 0,
      countInText: 0,
      row: rowOf(term),
    };
    terms.set(term, entry);
    return entry;
  };
  let documents = 0;
  return {
    words,
    terms,
    nextDocument() {
      documents += 1;
      return documents;
    },
    entryOf(word, stem) {
      const known = words.get(word);
      if (known) return known;
      const term = termOf(stem);
      const counts = { documents: 0, texts: 0, last: 0, lastText: 0 };
      const entry = { word, token: asToken(word), ...counts, term };
      words.set(word, entry);
      return entry;
    },
  };
}
