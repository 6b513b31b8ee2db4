import type { Collection } from '../data/corpus/collections.ts';
import type { Coverage } from '../data/corpus/coverage.ts';
import type { Document } from '../data/corpus/document.ts';
import type { DayOfYear } from '../data/dates/anniversary.ts';
import type { Day } from '../data/dates/historical-date.ts';
import type { Timeline } from '../data/dates/timeline.ts';
import type { Page as TextPage } from '../data/texts/page.ts';
import type { FacetValue } from './hits.ts';

/** How many there are, and those in the window that was asked for. */
export type Documents = { total: number; documents: readonly Document[] };

/** A document on a day of the year, and why it is shown there. */
export type DayEntry =
  /** Dated certainly to the day; `label` where it is another day's, such as 29 February. */
  | { kind: 'certain'; document: Document; label?: string | undefined }
  /** Perhaps of the day, with the reason for the doubt. */
  | { kind: 'perhaps'; document: Document; reason: string }
  /** Of the nearest day before or after that has documents. */
  | { kind: 'before' | 'after'; document: Document };

/** What there is for a day of the year. */
export type Anniversaries = {
  /** How many are dated certainly to the day. */
  certain: number;
  /** How many are dated to the month alone: no anniversaries, and not among the entries. */
  monthOnly: number;
  /** The nearest days with documents, where the day itself has none that are certain. */
  nearest: { before?: NearestDay | undefined; after?: NearestDay | undefined };
  /** How many entries there are: the certain, the doubtful and those of the nearest days. */
  total: number;
  /** Those in the window that was asked for, in that order, each kind oldest first. */
  entries: readonly DayEntry[];
};
type NearestDay = DayOfYear & { documents: number };

/** A collection as a whole. */
export type CollectionProfile = Collection & {
  undated: number;
  /** When its documents are from; null if none has a day. */
  timeline: Timeline | null;
  /** The same by the unit that its span demands, however few documents each bucket has. */
  bySpan: Timeline | null;
  /** The most frequent values of each, with their numbers. */
  kinds: readonly FacetValue[];
  languages: readonly FacetValue[];
  rights: readonly FacetValue[];
  /** What its listings say that the archive has. */
  coverage: readonly Coverage[];
  /** One of its documents. */
  example: Document;
};

/** What is loaded, as a whole. */
export type Summary = {
  documents: number;
  undated: number;
  /** The first and the last day that any document can mean; null if none is dated. */
  first: Day | null;
  last: Day | null;
  /** By name. */
  collections: readonly Collection[];
  coverage: readonly Coverage[];
  readAt: Date;
  /** How many documents can be found by their meaning; left out where there is no model. */
  byMeaning?: number | undefined;
  /** How many of the documents people have added to the server; left out where nobody has. */
  added?: number | undefined;
};

/** How much of what is loaded can be read here, and not only found by its record. */
export type TextCoverage = {
  /** Documents that have a text, and the pages and words of these texts. */
  documents: number;
  pages: number;
  words: number;
  /** By name: how many documents each collection has, and how many of them have a text. */
  collections: readonly (Collection & { withText: number })[];
  /** While texts are still being read: of how many documents they have been. None can be asked for yet. */
  pending?: number | undefined;
  /** Where texts can't be read: then the numbers say nothing of them. */
  unreadable?: true | undefined;
};

/** How many pages a document's text has, and those in the window that was asked for. */
export type Pages = { total: number; pages: readonly TextPage[] };

/** A draw from the documents that pass a filter and haven't been seen. */
export type Draw = {
  /** Null if there is none left. */
  document: Document | null;
  /** How many pass the filter, and how many of them hadn't been seen. */
  total: number;
  unseen: number;
  /** Those of the seen that pass, where none is left to draw; else empty. */
  exhausted: readonly string[];
};
