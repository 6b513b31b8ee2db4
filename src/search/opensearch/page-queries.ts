import type { Weights } from '../text/snippet.ts';
import { LONGEST_PHRASE, PAGES } from './found-page.ts';
import { phraseFrom } from './phrases.ts';
import { allOf, anyOf, type Clause, term } from './queries.ts';
import { asToken } from './tokens.ts';

/** What finds the pages of a document's text. */
export const ofDocument = (id: string): Clause => term('document', id);

/** What finds the pages on which a phrase begins. */
export const saying = (phrase: readonly string[]): Clause =>
  phraseFrom('words', phrase.slice(0, LONGEST_PHRASE));

/** What scores pages by the stems that they hold, each by its worth. */
export const holdingStems = (worth: Weights, fields: readonly string[]): Clause =>
  anyOf(
    [...worth].map(([stem, boost]) => ({
      constant_score: { filter: anyOf(fields.map((field) => term(field, asToken(stem)))), boost },
    })),
  );

/** The best pages first; of equal ones the first. */
export const BEST_PAGES = { sort: [{ _score: 'desc' }, { page: 'asc' }], ...PAGES };

/** The search for the first page of a document that says a phrase. */
export const firstSaying = (id: string, phrase: readonly string[]): object => ({
  query: allOf([ofDocument(id), saying(phrase)]),
  sort: [{ page: 'asc' }],
  size: 1,
  ...PAGES,
});

/** The search for the pages of a document on which a passage that holds most of what is sought can begin. */
export const pagesHolding = (id: string, worth: Weights, from: number, size: number): object => ({
  query: {
    bool: { must: [holdingStems(worth, ['stems', 'next_stems'])], filter: [ofDocument(id)] },
  },
  from,
  size,
  ...BEST_PAGES,
});
