import type { SearchedTerms } from '../held-terms.ts';
import type { Texts } from './open-texts.ts';

/** Texts that are searched, and what a question about them is read against. */
export type SearchedTexts = Texts & {
  /** About texts alone. */
  alone: SearchedTerms;
  /** About records and texts together. */
  both: SearchedTerms;
};

/** How far the texts of a corpus are. */
export type TextState =
  | { kind: 'none' }
  | { kind: 'ready'; texts: SearchedTexts }
  /** They are being read: so many documents are done. */
  | { kind: 'pending'; done: number }
  /** They can't be read; the log says why. */
  | { kind: 'failed' };
