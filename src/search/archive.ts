import type { Collection } from '../data/corpus/collections.ts';
import type { Coverage } from '../data/corpus/coverage.ts';
import type { Document } from '../data/corpus/document.ts';
import type { Content } from '../data/corpus/fingerprint.ts';
import type { Series } from '../data/corpus/series.ts';
import type { DayOfYear } from '../data/dates/anniversary.ts';
import type { Timeline, Unit, WholeEdges } from '../data/dates/timeline.ts';
import type {
  Anniversaries,
  CollectionProfile,
  Documents,
  Draw,
  Pages,
  Summary,
  TextCoverage,
} from './answers.ts';
import type { Emptiness, Page, PagePassages, Passages, RelatedHit } from './hits.ts';
import type { Filter, PassagesAsked, Query, Window } from './questions.ts';
import type { AskedQuotation, CheckedQuotation } from './quotations.ts';

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

/** What finds documents by what they say. */
export type SearchEngine = Pick<Archive, 'search' | 'explain' | 'suggest' | 'related'>;
