import type { Document } from '../../data/corpus/document.ts';
import { find } from './find.ts';
import { bestOf } from './rank.ts';
import { documentsAt, type Shelf } from './shelf.ts';
import { completeTitles } from './title-completion.ts';

/**
 * Titles for what has been typed: the document of that id, then titles that complete it. Where no
 * title does, whatever a search finds, misspelt words included; so a name that only the text of a
 * document holds still leads somewhere.
 */
export function suggest(shelf: Shelf, typed: string, limit: number): Document[] {
  const named = shelf.placeOf(typed);
  const completed = completeTitles(shelf.titles, typed, limit);
  const places = new Set(named === undefined ? completed : [named, ...completed]);
  const documents =
    places.size > 0 ? documentsAt(shelf, [...places]) : searched(shelf, typed, limit);
  return documents.slice(0, limit);
}

function searched(shelf: Shelf, typed: string, limit: number) {
  // A suggestion is only an offer.
  const finding = find(shelf, typed, { adoptsOffers: true });
  return documentsAt(shelf, bestOf(shelf, finding, finding.places, limit));
}
