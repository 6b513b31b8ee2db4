import type { Document } from '../data/corpus/document.ts';
import type { Page as TextPage } from '../data/texts/page.ts';
import type { Query } from './questions.ts';

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
