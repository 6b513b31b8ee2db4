import type { Document } from '../../data/corpus/document.ts';
import type { SearchEngine } from '../archive.ts';
import type { Filter, Hit } from '../hits.ts';
import { formatQuery } from '../query/format-query.ts';
import { documentSnippet } from '../text/document-snippet.ts';
import { bestOfEach } from './alike.ts';
import { explain } from './explain.ts';
import { countFacets } from './facets.ts';
import { isOpen, passes } from './filter.ts';
import { find } from './find.ts';
import type { PlaceTest } from './forward-index.ts';
import type { Name } from './names/authority.ts';
import { byDate, firstOf } from './order.ts';
import { bestOf, wordOrder } from './rank.ts';
import { findRelated } from './related.ts';
import { fillShelf, indexDocuments, inPlaces, type Shelf } from './shelf.ts';
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
    async search({ text, filter, sort, facets, offset, limit, collapses, alikeTo, ...expansion }) {
      const finding = find(shelf, text.toWellFormed(), expansion);
      const { scores, stems, corrections, offers, unknown, typed, otherNames } = finding;
      const isFree = isOpen(filter) && alikeTo === undefined;
      const kept = isFree ? finding.places : finding.places.filter(isKept(shelf, filter, alikeTo));
      const isCollapsed = collapses && sort === 'relevance' && kept.length > limit;
      const inWords = wordOrder(finding);
      const { places, more } = isCollapsed
        ? bestOfEach(kept, shelf.alike, (one, other) => inWords(one, other) < 0)
        : { places: kept, more: undefined };
      const first =
        sort === 'relevance'
          ? bestOf(shelf, finding, places, offset + limit)
          : firstOf(places, offset + limit, byDate(sort, shelf.columns.ranks));
      const scored = first
        .slice(offset)
        .map((place) => ({ place, score: scores.at[place] ?? 0, more: more?.get(place) }));
      return {
        total: kept.length,
        ...(isCollapsed && { groups: places.length }),
        hits: toHits(shelf, scored, stems),
        facets: facets ? countFacets(shelf.columns, kept) : null,
        corrections,
        ...(offers.length > 0 && { offers }),
        unknown,
        otherNames,
        readAs: formatQuery(typed),
      };
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

/** Whether a document passes the filter, and looks like the one that is named. */
function isKept(
  { alike, columns, placeOf }: Shelf,
  filter: Filter,
  alikeTo: string | undefined,
): PlaceTest {
  const hasPassed = passes(columns, filter);
  if (alikeTo === undefined) return hasPassed;
  const like = placeOf(alikeTo);
  const group = like === undefined ? undefined : alike.groupOf(like);
  return (place) => alike.groupOf(place) === group && hasPassed(place);
}

function toHits(
  { documents, index }: Shelf,
  scored: readonly { place: number; score: number; more?: number | undefined }[],
  stems: readonly string[],
): Hit[] {
  const worth = new Map(stems.map((stem) => [stem, index.idf(stem)]));
  return scored.flatMap(({ place, score, more }) => {
    const document = documents[place];
    if (!document) return [];
    const hit = { document, score, snippet: documentSnippet(document, worth) };
    return [more ? { ...hit, more } : hit];
  });
}
