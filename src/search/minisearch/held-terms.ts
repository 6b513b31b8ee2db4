import type { Knowledge } from '../query/interpret.ts';
import type { WordStatistics } from '../query/word-statistics.ts';
import type { TermIndex } from './term-index.ts';

/** Which documents hold what, in the parts of them that are searched. */
export type HeldTerms = WordStatistics &
  Pick<
    TermIndex,
    'ordinalsOf' | 'ordinalsOfAll' | 'holdsAll' | 'recordHoldsAll' | 'holdsIn' | 'says'
  >;

/** What a question about some parts of documents is read against. */
export type SearchedTerms = Knowledge & { terms: HeldTerms };
