import { soleLink } from '../../data/addresses/links.ts';
import type { Document } from '../../data/corpus/document.ts';
import { bareWords } from '../text/analysis.ts';
import { bestOf, bestSearches } from './best-hits.ts';
import { titleKey } from './fields/document-fields.ts';
import { seek } from './find.ts';
import { identifiedAs } from './identities.ts';
import type { Lookups } from './lookups.ts';
import { DOCUMENTS, documentsIn, type PinnedIndex } from './pinned-index.ts';
import { allOf, type Clause, EVERYTHING, inTitle, term } from './queries.ts';
import { asToken } from './tokens.ts';

/** OpenSearch takes some more clauses than this, and no title has as many words. */
const MOST_WORDS = 500;

/** The order of titles that are equally good. */
const BY_TITLE = [{ title_rank: 'asc' }, { title_words: 'asc' }, { id: 'asc' }];

/**
 * Titles for what has been typed: the documents of that id, address or reference, then titles that
 * complete it. Where no title does, whatever a search finds, misspelt words included; so a name that only the text of a
 * document holds still leads somewhere.
 */
export async function suggest(
  index: PinnedIndex,
  lookups: Lookups,
  typed: string,
  limit: number,
): Promise<Document[]> {
  if (limit === 0) return [];
  const named = identifiedAs(typed).map((query) => ({ query }));
  const completed = soleLink(typed) === undefined ? completions(typed) : [];
  const answers = await index.search(
    [...named, ...completed].map((one) => ({
      sort: BY_TITLE,
      ...one,
      size: limit,
      ...DOCUMENTS,
      // What isn't counted needn't be looked at once better ones have been found.
      track_total_hits: false,
    })),
  );
  const found = new Map(answers.flatMap(documentsIn).map((one) => [one.id, one]));
  if (found.size > 0) return [...found.values()].slice(0, limit);
  return searched(index, lookups, typed, limit);
}

/**
 * The titles that hold all the words typed, the last of which may be unfinished: first those that say
 * just this, then those that hold the last word whole, then those that hold a word beginning with it.
 * Where nothing is typed, a fixed choice from all.
 */
function completions(typed: string): { query: Clause; sort?: object[] }[] {
  const words = bareWords(typed);
  const last = words.at(-1);
  if (last === undefined) return [{ query: EVERYTHING, sort: [{ draw: 'asc' }, { id: 'asc' }] }];
  const finished = [...new Set(words.slice(0, -1))].slice(0, MOST_WORDS).map(inTitle);
  const begun = { prefix: { title_terms: { value: asToken(last) } } };
  return [
    { query: term('title_words', titleKey(words)) },
    { query: allOf([...finished, inTitle(last)]) },
    { query: allOf([...finished, begun]) },
  ];
}

async function searched(index: PinnedIndex, lookups: Lookups, typed: string, limit: number) {
  // A suggestion is only an offer.
  const sought = await seek(index, lookups, typed.toWellFormed(), {
    adoptsOffers: true,
    in: 'records',
  });
  const answers = await index.search(bestSearches(sought, {}, limit));
  return index.documents(bestOf(sought, answers, limit).map(({ id }) => id));
}
