import type { Document } from '../data/document.ts';
import { documentSnippet } from './document-snippet.ts';
import type { Hit, SearchEngine } from './engine.ts';
import { explain } from './explain.ts';
import { passes } from './filter.ts';
import { find } from './find.ts';
import { type Found, inOrder } from './order.ts';
import { findRelated } from './related.ts';
import { fillShelf, type Shelf } from './shelf.ts';
import { suggest } from './suggest.ts';

/** An engine that holds everything in memory, with MiniSearch as its index. */
export function createMiniSearchEngine(documents: readonly Document[]): SearchEngine {
  const shelf = fillShelf(documents);
  return {
    async search({ text, filter, sort, offset, limit }) {
      const { found, stems, corrections, unknown } = find(shelf, text);
      const keep = passes(filter);
      const kept = found.filter(({ document }) => keep(document)).sort(inOrder(sort));
      const hits = toHits(shelf, kept.slice(offset, offset + limit), stems);
      return { total: kept.length, hits, corrections, unknown };
    },
    async suggest(typed, limit) {
      return suggest(shelf, typed, limit);
    },
    async explain(query) {
      return explain(shelf, query);
    },
    async related(id, limit) {
      const { found, stems } = findRelated(shelf, id);
      return toHits(shelf, found.sort(inOrder('relevance')).slice(0, limit), stems);
    },
  };
}

function toHits({ index }: Shelf, found: readonly Found[], stems: readonly string[]): Hit[] {
  const worth = new Map(stems.map((stem) => [stem, index.telling(stem)]));
  return found.map(({ document, score }) => ({
    id: document.id,
    score,
    snippet: documentSnippet(document, worth),
  }));
}
