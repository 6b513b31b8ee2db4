import type { Document } from '../corpus/document.ts';
import type { Publication } from '../corpus/publication.ts';
import type { SourcePage } from './texts/spooled-text.ts';

/**
 * A record as a source shows it; texts have no line breaks but those between paragraphs. A list
 * that the source doesn't have is left out.
 */
export type SourceRecord = {
  /** Where it begins, counted from 1; null if the format has no lines. */
  line: number | null;
  /** The source's own name for it where it isn't found by line: `sheet Letters, row 12`. */
  place?: string;
  /**
   * The source's own key of the record, by which it says later that the record has changed or is gone:
   * an OAI identifier, a Zotero key. Left out if the source has none.
   */
  key?: string;
  /** A document that this bot has exported, to be taken as it is. */
  document?: Document;
  /** Empty where the source leaves the date blank. */
  date: string;
  /** What the source itself encodes of the date, in EDTF; it goes before the printed form. */
  edtf?: string;
  /** Empty where the source has none. */
  title: string;
  /** Paragraphs, joined by blank lines; empty if there is none. */
  description: string;
  /** The collection that the record itself names. */
  collection?: string;
  url?: string;
  /** Names, each with its role where it isn't the author's: `Weber, Max (editor)`. */
  creators?: readonly string[];
  /** Those it is addressed to. */
  recipients?: readonly string[];
  people?: readonly string[];
  places?: readonly string[];
  subjects?: readonly string[];
  languages?: readonly string[];
  type?: readonly string[];
  /** The archive and its own reference, from the outside in. */
  source?: readonly string[];
  identifier?: readonly string[];
  rights?: readonly string[];
  publication?: Publication;
  /** Its text, page by page; left out if the source has none. A text without pages is one. */
  pages?: readonly SourcePage[];
};
