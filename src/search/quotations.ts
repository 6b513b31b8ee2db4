import type { Document } from '../data/corpus/document.ts';
import type { TextCoverage } from './answers.ts';
import type { PagePlace } from './hits.ts';

/** The longest quotation that is checked, in characters: what an option of Discord holds. */
export const LONGEST_QUOTATION = 6000;
/** Shorter ones stand everywhere by chance. */
export const FEWEST_WORDS = 5;

/** A quotation, and the document that it is said to be from, by its id. */
export type AskedQuotation = { text: string; document?: string | undefined };

/**
 * Where a quotation departs from what is printed; `order` where the same words stand in another order.
 * What was `left out` has no words quoted, what was `put in` none printed.
 */
export type Difference = {
  kind: 'left out' | 'put in' | 'changed' | 'order';
  printed: string;
  quoted: string;
  /** What it concerns: whether something is denied, a figure or date, or other words. */
  matter: 'negation' | 'figure' | 'words';
};

/**
 * A stretch of the passage as printed, with the signs and the space after its last word: joined, they
 * are the passage. `skipped` is what counts as no difference though it isn't quoted.
 */
export type PassagePiece =
  | { kind: 'same'; printed: string }
  | { kind: 'skipped'; printed: string }
  | Difference;

/**
 * What is printed within the passage, isn't quoted, and counts as no difference: lines at a page's end
 * that a machine read with the text, a note there, what an editor has in brackets, or what an ellipsis
 * leaves out.
 */
export type PassedOver = { as: 'page break' | 'note' | 'bracket' | 'ellipsis'; printed: string };

/** One word as printed and as quoted, which count as the same. */
export type OtherForm = { printed: string; quoted: string };

/** Where a document has the quotation, or something near it. */
export type Occurrence = {
  document: Document;
  verdict: 'exact' | 'near';
  /** The pages on which it begins and ends, or the part of the record that has it. */
  place: { first: PagePlace; last: PagePlace } | { record: 'title' | 'description' };
  /** What is printed round it, and the passage itself. White space is single spaces. */
  before: string;
  pieces: readonly PassagePiece[];
  after: string;
  /** None where it is exact; what changes the sense most comes first. */
  differences: readonly Difference[];
  /** What whoever reads the quotation should know of all the same. */
  passedOver: readonly PassedOver[];
  /** Spelled otherwise: `honour` for `honor`. */
  spellings: readonly OtherForm[];
  /** Words of a text read by a machine that differ as a machine misreads. */
  misreadings: readonly OtherForm[];
};

/** What became of a quotation. */
export type CheckedQuotation = {
  /**
   * How many of the documents that were compared have it, the one asked for aside: exactly, or if none
   * does, nearly.
   */
  total: number;
  /** The best of them first: all exact, or all near. */
  found: readonly Occurrence[];
  /**
   * How many more might have it as well and weren't compared, because it would have taken too long:
   * those that have the same words in a row or, if no find is exact, a few of them.
   */
  uncompared: number;
  /** Of the document asked for; left out where none was. */
  inDocument?:
    | {
        document: Document;
        hasText: boolean;
        /** False where reading all of its text would have taken too long. */
        isWhole: boolean;
        found: Occurrence | null;
      }
    | undefined;
  /** What could be compared. */
  coverage: TextCoverage;
};
