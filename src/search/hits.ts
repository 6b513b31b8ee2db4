import type { Document } from '../data/corpus/document.ts';
import type { Day } from '../data/dates/historical-date.ts';
import type { Page as TextPage } from '../data/texts/page.ts';

/** Keeps a document whose date can overlap the days, of the collection, and that names the person. */
export type Filter = {
  /** First day, inclusive. */
  from?: Day | undefined;
  /** Last day, inclusive. */
  to?: Day | undefined;
  collection?: string | undefined;
  /** A person whom the document names, as it does. */
  person?: string | undefined;
};

export type Sort = 'relevance' | 'oldest' | 'newest';

/** Where words are looked for: in what is said about documents, or in what they say themselves. */
export type SearchedPart = 'records' | 'texts';

/** A page of a document's text, without the text. */
export type PagePlace = Pick<TextPage, 'page' | 'label' | 'kind' | 'url'>;

export type Query = {
  /** As typed. No text is an error. */
  text: string;
  /** False where words that the corpus does not know are to stay as they are. */
  corrects?: boolean | undefined;
  /** Whether words are searched for that are otherwise only offered in place of those typed. */
  adoptsOffers?: boolean | undefined;
  /** False where names are meant as typed, and not as they are also called. */
  expandsNames?: boolean | undefined;
  filter: Filter;
  /** Left out, both are searched: records come first where they answer as well. */
  in?: SearchedPart | undefined;
  sort: Sort;
  /** Whether to count what the hits can be narrowed by. */
  facets?: boolean | undefined;
  /**
   * Whether documents that look the same in a list are one hit, where there is more than one page of
   * them and they come by relevance.
   */
  collapses?: boolean | undefined;
  /** Only those that look like this document, by its id. */
  alikeTo?: string | undefined;
  /** How many hits to pass over. */
  offset: number;
  /** How many hits to give. */
  limit: number;
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

export type Page = {
  /** Of all documents found, not of this page. */
  total: number;
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
