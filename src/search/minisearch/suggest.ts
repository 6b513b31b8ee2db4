import { soleLink } from '../../data/addresses/links.ts';
import type { Document } from '../../data/corpus/document.ts';
import { find } from './find.ts';
import { identified } from './identified.ts';
import { bestOf } from './rank.ts';
import { documentsAt, type SearchIndex } from './search-index.ts';
import { completeTitles } from './title-completion.ts';

/**
 * Titles for what has been typed: the documents of that id, address or reference, then titles that
 * complete it. Where no title does, whatever a search finds, misspelt words included; so a name that only the description of a
 * document holds still leads somewhere.
 */
export function suggest(index: SearchIndex, typed: string, limit: number): Document[] {
  const named = identified(index, typed);
  const isLink = soleLink(typed) !== undefined;
  const completed = isLink ? [] : completeTitles(index, typed, limit);
  const ordinals = new Set([...named, ...completed]);
  const documents =
    ordinals.size > 0 ? documentsAt(index, [...ordinals]) : searched(index, typed, limit);
  return documents.slice(0, limit);
}

function searched(index: SearchIndex, typed: string, limit: number) {
  // A suggestion is only an offer.
  const finding = find(index, typed, { adoptsOffers: true, in: 'records' });
  return documentsAt(index, bestOf(index, finding, finding.ordinals, limit));
}
