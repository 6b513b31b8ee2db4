import type { Collection } from '../data/corpus/collections.ts';
import type { Coverage } from '../data/corpus/coverage.ts';
import type { Document } from '../data/corpus/document.ts';
import type { Content } from '../data/corpus/fingerprint.ts';
import type { Series } from '../data/corpus/series.ts';
import type { DayOfYear } from '../data/dates/anniversary.ts';
import type { Day } from '../data/dates/historical-date.ts';
import type { Timeline, Unit, WholeEdges } from '../data/dates/timeline.ts';
import type { Page as TextPage } from '../data/texts/page.ts';
import type {
  Emptiness,
  FacetValue,
  Filter,
  Page,
  PagePassages,
  Passages,
  Period,
  Query,
  RelatedHit,
} from './hits.ts';
import type { AskedQuotation, CheckedQuotation } from './quotations.ts';

/** Which of many are wanted: how many to pass over, and how many to give at most. */
export type Window = { offset: number; limit: number };

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
type Pages = { total: number; pages: readonly TextPage[] };

/** A question to be answered with passages. */
export type PassagesAsked = {
  question: string;
  filter: Filter;
  /** Only of this time, whatever else the filter lets pass. */
  period?: Pick<Period, 'from' | 'to'> | undefined;
  window: Window;
};

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

/**
 * Everything that is asked about documents, whatever they are kept in. Nothing is answered with more
 * documents than were asked for. An archive that can't answer rejects; it is never empty instead.
 */
export interface Archive {
  /**
   * Finds documents by what they say, in their records and in their texts. Texts that are still being
   * read are left out of a search in both.
   * @throws UserError if only texts are to be searched, and there are none to search
   */
  search(query: Query): Promise<Page>;
  /** Why `search` finds nothing. */
  explain(query: Query): Promise<Emptiness>;
  /** Documents for what has been typed of a title; the last word may be unfinished. Best first. */
  suggest(typed: string, limit: number): Promise<readonly Document[]>;
  /** The documents most like this one, itself left out; none for an unknown id. */
  related(id: string, limit: number): Promise<readonly RelatedHit[]>;

  /**
   * The passages of texts that answer a question best, from different documents and spread over the time
   * that these are from.
   * @throws UserError while texts can't be read
   */
  passages(asked: PassagesAsked): Promise<Passages>;

  /** The documents of these ids, in their order, each once; what isn't loaded is left out. */
  documents(ids: readonly string[]): Promise<readonly Document[]>;
  /** Which of these ids are loaded, in their order. */
  loaded(ids: readonly string[]): Promise<readonly string[]>;
  /**
   * What all documents say, in the order of their ids, some at a time.
   * @param after the last id that is known; undefined for the first ones
   */
  contents(after: string | undefined, limit: number): Promise<readonly Content[]>;
  /**
   * The document of this id or, if there is none, those of this web address, of this title in any case, or
   * with this reference, in part where none has it whole; `ref:` before it asks for references alone.
   * Oldest first.
   */
  named(typed: string, window: Window): Promise<Documents>;

  /**
   * The pages of a document's text by their numbers; none if it has no text.
   * @throws UserError while texts can't be read
   */
  pages(id: string, window: Window): Promise<Pages>;
  /**
   * The pages of several documents' texts, those of each together, in the order of the ids.
   * @throws UserError while texts can't be read
   */
  pagesOf(ids: readonly string[], window: Window): Promise<Pages>;
  /**
   * The ids of the documents that have a text, in their order, some at a time.
   * @param after the last id that is known; undefined for the first ones
   * @throws UserError while texts can't be read
   */
  withText(after: string | undefined, limit: number): Promise<readonly string[]>;
  /**
   * What of a document's text answers words: the best passage of each page that holds any of them, the
   * best page first.
   * @throws UserError while texts can't be read
   */
  passagesIn(
    id: string,
    asked: Pick<Query, 'text' | 'corrects' | 'adoptsOffers' | 'expandsNames'>,
    window: Window,
  ): Promise<PagePassages>;
  /** How much of what is loaded has a text. */
  textCoverage(): Promise<TextCoverage>;
  /**
   * Whether a quotation stands in what is loaded, word for word or nearly, and where.
   * @throws UserError if it has too few words to be told from chance, or is too long; while texts
   * can't be read
   */
  checkQuotation(asked: AskedQuotation): Promise<CheckedQuotation>;

  /**
   * What can be of a span, its ends included, by first day, exact dates before partial ones;
   * everything where the span has no ends.
   */
  overlapping(
    span: Pick<Filter, 'from' | 'to'>,
    window: Window,
  ): Promise<Documents & { undated: number }>;
  /** What is of a day of the year, as celebrated in `year`: on 28 February also the leap day's. */
  anniversaries(day: DayOfYear, year: number, window: Window): Promise<Anniversaries>;
  /** What is dated to a month of the year without a day, oldest first. */
  ofMonth(month: number, window: Window): Promise<Documents>;
  /**
   * When documents are from: those found by a text, or all, that pass a filter.
   * @param asked `by` is how they are counted, where that isn't left to the archive
   */
  timeline(
    asked: Pick<Query, 'filter' | 'corrects'> & {
      text?: string | undefined;
      by?: (WholeEdges & { unit: Unit }) | undefined;
    },
  ): Promise<{ meant: number; timeline: Timeline | null }>;

  /** All collections by name. */
  collections(): Promise<readonly Collection[]>;
  /** Null for a collection that isn't loaded. */
  collection(name: string): Promise<CollectionProfile | null>;
  /** The collections that aren't held whole and may lack what was asked for. */
  gaps(asked: Pick<Filter, 'collection' | 'from' | 'to'>): Promise<readonly Coverage[]>;
  /** The editions that collections are from, by the collections' names. */
  series(): Promise<ReadonlyMap<string, Series>>;
  /**
   * Draws one that passes a filter.
   * @param seen ids that are not to be drawn
   * @param seed a whole number from 0: the same one draws the same from the same documents
   */
  draw(filter: Filter, seen: readonly string[], seed: number): Promise<Draw>;
  /** The document that shows most of what one can ask; null if there is none. */
  example(): Promise<Document | null>;
  summary(): Promise<Summary>;
}

/** A question that stands: words that nobody looks over are taken as they are typed. */
export type StandingQuestion = Pick<Query, 'text' | 'expandsNames' | 'filter'>;

/** Some documents with their texts, those of one together, and what is asked of them alone. */
export type MatchTask = {
  documents: readonly Document[];
  pages: readonly TextPage[];
  questions: readonly StandingQuestion[];
  /** How many documents are wanted of each question. */
  most: number;
  /** Whether only those are wanted that their texts alone answer, and not their records. */
  byTextsAlone?: boolean;
};

/** A question, by its place among those asked, that finds some of the documents: the best come first. */
export type Matched = {
  question: number;
  total: number;
  best: readonly { id: string; score: number }[];
};

/** Tells which of many questions find any of some documents, each as `search` would among all others. */
export type Match = (task: MatchTask) => Promise<readonly Matched[]>;

/** What finds documents by what they say. */
export type SearchEngine = Pick<Archive, 'search' | 'explain' | 'suggest' | 'related'>;
