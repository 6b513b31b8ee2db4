import type { Found } from './order.ts';
import { fetchScored, type Shelf } from './shelf.ts';
import { documentStems, type TermIndex, type Weights } from './term-index.ts';

/** Enough to say what a document is about; more brings in what it merely mentions. */
const MOST_STEMS = 16;

/** The documents that share a document's most telling stems, in no order; none for an unknown id. */
export function findRelated(
  shelf: Shelf,
  id: string,
): { found: Found[]; stems: readonly string[] } {
  const place = shelf.placeOf(id);
  const document = place === undefined ? undefined : shelf.documents[place];
  if (place === undefined || !document) return { found: [], stems: [] };
  const weights = tellingStems(documentStems(document), shelf.index);
  const scores = shelf.index.score(weights);
  scores.delete(place);
  return { found: fetchScored(shelf, scores), stems: [...weights.keys()] };
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
