import type { Day } from '../data/dates/historical-date.ts';

/** Which of many are wanted: how many to pass over, and how many to give at most. */
export type Window = { offset: number; limit: number };

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
  /**
   * Whether a model may have its say, where there is one and hits come by relevance: then documents
   * that are only similar in meaning are hits too.
   */
  byMeaning?: boolean | undefined;
  /** Only those that look like this document, by its id. */
  alikeTo?: string | undefined;
  /** Whether to say how hits were ranked, so that those of another archive can be put among them. */
  ranks?: boolean | undefined;
  /**
   * What another archive holds, among whose hits these are to be put: words count as they do there, and
   * those that it lacks as they do in both. Only an archive that holds everything in memory goes by it.
   */
  beside?: WordCounts | undefined;
  /** How many hits to pass over. */
  offset: number;
  /** How many hits to give. */
  limit: number;
};

/** How often the words of a question occur in an archive. */
export type WordCounts = {
  documents: number;
  /** How many different terms a document holds on average. */
  meanLength: number;
  /** How many documents hold each stem of the question; those that none holds are left out. */
  frequencies: ReadonlyMap<string, number>;
  /** Whether texts were searched as well as records. */
  withTexts: boolean;
};

/** A question to be answered with passages. */
export type PassagesAsked = {
  question: string;
  filter: Filter;
  /** Only of this time, whatever else the filter lets pass. */
  period?: { from: Day; to: Day } | undefined;
  window: Window;
};
