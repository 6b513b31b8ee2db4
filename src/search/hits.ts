import type { Document } from '../data/corpus/document.ts';
import type { Day } from '../data/dates/historical-date.ts';
import type { Page as TextPage } from '../data/texts/page.ts';
import type { Filter, WordCounts } from './questions.ts';

/** A page of a document's text, without the text. */
export type PagePlace = Pick<TextPage, 'page' | 'label' | 'kind' | 'url'>;

/** How hits were ranked by relevance. */
export type Ranking = {
  /**
   * The first hits, as many as a ranking looks at twice, with what they score. What they hold of a short
   * question counts before their words, and similarity not at all, so that scores may rise again.
   */
  first: readonly { id: string; score: number }[];
  words: WordCounts;
};

/** A passage in pieces; `match` marks the words that answer the query. Plain text, unescaped. */
export type Snippet = readonly { text: string; match: boolean }[];

export type Hit = {
  document: Document;
  score: number;
  snippet: Snippet;
  /** Where the snippet stands in the document's text; left out where it is of the record. */
  page?: PagePlace | undefined;
  /** How many more look like it, and so are no hits of their own. */
  more?: number | undefined;
  /** True if it holds no word of the question, and is only similar to it in meaning. */
  byMeaning?: boolean | undefined;
};

/** What two documents have in common: a few rare words as printed, persons, and days between. */
export type Why = {
  words: readonly string[];
  people: readonly string[];
  /** 0 where their dates overlap; null if one is undated. */
  days: number | null;
};

/** Passages of one document's text, a page each: how many there are, and some of them, the best first. */
export type PagePassages = {
  total: number;
  passages: readonly { page: PagePlace; snippet: Snippet }[];
};

export type RelatedHit = Hit & { why: Why };

/** A word that the corpus does not know, and the nearest that it does. */
export type Correction = { typed: string; used: string };

/** A value that hits have, and how many of them. */
export type FacetValue = { value: string; count: number };

/** What hits can be narrowed by; of each the most frequent values, decades in their order. */
export type Facets = {
  collections: readonly FacetValue[];
  /** By their first years: `1960`. A date of several decades counts in each. */
  decades: readonly FacetValue[];
  people: readonly FacetValue[];
};

/**
 * Why a model that tells likeness in meaning has no part in an answer: it can't be reached, asks for a
 * pause, took too long, refused, or answered what makes no sense.
 */
export type ModelFailure = 'unreachable' | 'busy' | 'late' | 'refused' | 'senseless';

export type Page = {
  /** Of all documents found by their words, not of this page. */
  total: number;
  /**
   * How many hits there are besides that are only similar in meaning; left out where there are none.
   * They are counted neither in the total nor in the facets, for they have no natural end.
   */
  similar?: number | undefined;
  /** Left out where there is no model, or it had no part to play. */
  modelFailure?: ModelFailure | undefined;
  /** How many hits these are, where those alike are one; left out where each is one. */
  groups?: number | undefined;
  hits: readonly Hit[];
  corrections: readonly Correction[];
  /** Words that may have been meant, but weren't searched for; left out where there are none. */
  offers?: readonly Correction[] | undefined;
  /** Words as typed that no document holds and that are near none: they played no part. */
  unknown: readonly string[];
  /** Whether texts were left out, for they are still being read or can't be. */
  lacksTexts?: boolean | undefined;
  /** Over all hits; null if it was not asked for. */
  facets: Facets | null;
  /** Left out where it was not asked for. */
  ranking?: Ranking | undefined;
  /** What the names typed are also called in the corpus: searched for as well. */
  otherNames: readonly string[];
  /** What the text demands beside its words, in words: `without Turkey`. */
  readAs: readonly string[];
};

/** Documents that are found without one part of a query, the nearest first. */
export type NearMisses = {
  /** A filter's name, or a demand in words. */
  without: string;
  /** Whether it is a demand that shuts documents out, such as `-Turkey`. */
  excludes: boolean;
  documents: readonly Document[];
};

/** Why a query found nothing: each part that alone emptied it, with what was found without it. */
export type Emptiness = {
  /** The words searched for, with how many documents hold each, filters aside. */
  words: readonly { word: string; total: number; nearest: readonly string[] }[];
  /** Each filter in force, with how many documents are found without that one. */
  filters: readonly { name: keyof Filter; totalWithout: number }[];
  /**
   * Each thing that the text demands beside its words, with what is found without that one;
   * `excludes` where it shuts documents out, such as `-Turkey`.
   */
  demands: readonly { said: string; excludes: boolean; totalWithout: number }[];
  /** How many documents are found without any filter. */
  totalUnfiltered: number;
  /** Null if no part alone kept documents out. */
  nearMisses: NearMisses | null;
};

/** Some time that hits are from, with how many of them. */
export type Period = { from: Day; to: Day; documents: number };

/** A passage that may answer a question, as its page has it: every sign of it, and no other. */
export type Passage = {
  document: Document;
  page: PagePlace;
  text: string;
  /** Whether its paragraph begins before it, or goes on after it. */
  isCutBefore: boolean;
  isCutAfter: boolean;
};

/** What of the texts answers a question. */
export type Passages = Pick<
  Page,
  'corrections' | 'offers' | 'unknown' | 'otherNames' | 'readAs'
> & {
  /** How many passages there are, not only in the window that was asked for. */
  total: number;
  passages: readonly Passage[];
  /** The decades of all documents whose texts were found, or the years if that is one decade. */
  periods: readonly Period[];
};
