import { mayBeReference } from '../../data/addresses/links.ts';
import type { Day } from '../../data/dates/historical-date.ts';

/** Where a condition looks; `any` is everything that a document is found by. */
export type Field = 'any' | 'title' | 'person' | 'place' | 'subject' | 'collection';

/**
 * Words that a document must hold: as a phrase, or each somewhere in the field in any form; or a part of
 * one of its references (see `readReference`).
 */
export type Condition = { field: Field | 'reference'; text: string; isPhrase: boolean };

/** What a person typed, read as a query. */
export type TypedQuery = {
  /** What is looked for by words: all that isn't a syntax. */
  words: string;
  /** Web addresses: their documents come first, whatever the words. */
  links: readonly string[];
  /** A document must meet one condition of each. */
  required: readonly (readonly Condition[])[];
  /** A document may meet none of these. */
  excluded: readonly Condition[];
  /** First and last day. */
  from?: Day | undefined;
  to?: Day | undefined;
  /** The dates as typed: `from 1950`, `in 1962`. */
  dates: readonly string[];
  /** What looks like syntax and was taken as words: `from:nowhere`. */
  unread: readonly string[];
  /** Whether it is prose, with marks in it that would be syntax elsewhere. */
  hasMarks: boolean;
};

/** Whether the whole text may be the id or a reference of a document: links are neither. */
export const mayBeName = ({ links }: TypedQuery): boolean => links.every(mayBeReference);
