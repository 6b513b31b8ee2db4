import type { Document } from '../data/document.ts';
import { documentSnippet } from './document-snippet.ts';
import type { Hit, SearchEngine } from './engine.ts';
import { explain } from './explain.ts';
import { countFacets } from './facets.ts';
import { passes } from './filter.ts';
import { find } from './find.ts';
import type { Name } from './names/authority.ts';
import { firstOf, inOrder } from './order.ts';
import { sayQuery } from './query/say.ts';
import { bestOf } from './rank.ts';
import { findRelated } from './related.ts';
import {
  documentsAt,
  fillShelf,
  indexDocuments,
  inPlaces,
  placesThat,
  type Shelf,
} from './shelf.ts';
import { suggest } from './suggest.ts';

/**
 * An engine that holds everything in memory, with MiniSearch's index.
 * @param names what persons and places are also called
 */
export function createMiniSearchEngine(
  documents: readonly Document[],
  names: readonly Name[] = [],
): SearchEngine {
  const placed = inPlaces(documents);
  return openEngine(fillShelf(placed, indexDocuments(placed), names));
}

/** An engine over a filled shelf. Texts are made well-formed: halves of characters are passed over. */
export function openEngine(shelf: Shelf): SearchEngine {
  return {
    async search({ text, filter, sort, facets, offset, limit, ...expansion }) {
      const finding = find(shelf, text.toWellFormed(), expansion);
      const { scores, stems, corrections, offers, unknown, typed, otherNames } = finding;
      const kept = placesThat(shelf, finding.places, passes(filter));
      const first =
        sort === 'relevance'
          ? bestOf(shelf, finding, kept, offset + limit)
          : firstOf(kept, offset + limit, inOrder(sort, shelf.documents, scores.at));
      const scored = first.slice(offset).map((place) => ({ place, score: scores.at[place] ?? 0 }));
      return {
        total: kept.length,
        hits: toHits(shelf, scored, stems),
        facets: facets ? countFacets(documentsAt(shelf, kept)) : null,
        corrections,
        ...(offers.length > 0 && { offers }),
        unknown,
        otherNames,
        readAs: sayQuery(typed),
      };
    },
    async matching({ text, filter, ...expansion }) {
      const { places } = find(shelf, text.toWellFormed(), expansion);
      const kept = placesThat(shelf, places, passes(filter));
      return documentsAt(shelf, kept).map(({ id }) => id);
    },
    async suggest(typed, limit) {
      return suggest(shelf, typed.toWellFormed(), limit);
    },
    async explain(query) {
      return explain(shelf, { ...query, text: query.text.toWellFormed() });
    },
    async related(id, limit) {
      const { related, stems } = findRelated(shelf, id, limit);
      return related.flatMap((one) =>
        toHits(shelf, [one], stems).map((hit) => ({ ...hit, why: one.why })),
      );
    },
  };
}

function toHits(
  { documents, index }: Shelf,
  scored: readonly { place: number; score: number }[],
  stems: readonly string[],
): Hit[] {
  const worth = new Map(stems.map((stem) => [stem, index.telling(stem)]));
  return scored.flatMap(({ place, score }) => {
    const document = documents[place];
    return document ? [{ id: document.id, score, snippet: documentSnippet(document, worth) }] : [];
  });
}
