import { firstOf, inOrder } from './order.ts';
import { noScores, type Scores } from './scores.ts';
import type { Shelf } from './shelf.ts';
import { documentStems, type TermIndex, type Weights } from './term-index.ts';

/** Enough to say what a document is about; more brings in what it merely mentions. */
const MOST_STEMS = 16;

/** The documents that share a document's most telling stems, best first; none for an unknown id. */
export function findRelated(
  shelf: Shelf,
  id: string,
  limit: number,
): { places: number[]; scores: Scores; stems: readonly string[] } {
  const scores = noScores(shelf.documents.length);
  const place = shelf.placeOf(id);
  const document = place === undefined ? undefined : shelf.documents[place];
  if (place === undefined || !document) return { places: [], scores, stems: [] };
  const weights = tellingStems(documentStems(document), shelf.index);
  shelf.index.score(weights, scores);
  const others = scores.places.filter((other) => other !== place);
  const order = inOrder('relevance', shelf.documents, scores.at);
  return { places: firstOf(others, limit, order), scores, stems: [...weights.keys()] };
}

/**
 * The stems that tell a document best from the others (tf·idf), weighted by how often it holds
 * them. Those that it alone holds relate it to nothing and are left out.
 */
function tellingStems(stems: readonly string[], index: TermIndex): Weights {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weights = [...counts]
    .filter(([stem]) => index.frequency(stem) > 1)
    .map(([stem, count]) => ({ stem, weight: 1 + Math.log(count) }))
    .sort((a, b) => b.weight * index.telling(b.stem) - a.weight * index.telling(a.stem));
  return new Map(weights.slice(0, MOST_STEMS).map(({ stem, weight }) => [stem, weight]));
}
