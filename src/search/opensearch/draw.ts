import type { Draw } from '../answers.ts';
import type { Filter } from '../questions.ts';
import { DRAWS } from './fields/document-fields.ts';
import { idsHeld } from './holdings.ts';
import { countedIn, DOCUMENTS, documentsIn, type PinnedIndex } from './pinned-index.ts';
import { allOf, butNot, type Clause, passing } from './queries.ts';

/** Documents lie evenly in so many parts: few in each, and not too many parts to count. */
const PARTS = 4096;
const A_PART = DRAWS / PARTS;
/** OpenSearch takes no more values in one clause. */
const MOST_IDS = 50_000;

/**
 * Draws one of those that pass and haven't been seen; the same for the same seed. They are drawn in the
 * order of a number that has nothing to do with them: how many lie in each part of it says in which one
 * the document lies, so that no other is fetched.
 */
export async function draw(
  index: PinnedIndex,
  filter: Filter,
  seen: readonly string[],
  seed: number,
): Promise<Draw> {
  const passed = allOf(passing(filter));
  const unseen = butNot(passed, withIds(seen));
  const aggs = { parts: { histogram: { field: 'draw', interval: A_PART } } };
  const [[total = 0], counted] = await Promise.all([
    index.count([passed]),
    index.searchOnce({ query: unseen, size: 0, aggs }),
  ]);
  const { buckets } = countedIn<Parts>(counted, 'parts');
  const left = buckets.reduce((sum, { doc_count }) => sum + doc_count, 0);
  if (left === 0) {
    const exhausted = await idsHeld(index, seen, [passed]);
    return { document: null, total, unseen: 0, exhausted };
  }
  let number = seed % left;
  const part = buckets.find(({ doc_count }) => {
    if (number < doc_count) return true;
    number -= doc_count;
    return false;
  });
  const gte = part?.key ?? 0;
  const within: Clause = { range: { draw: { gte, lt: gte + A_PART } } };
  const answer = await index.searchOnce({
    query: allOf([unseen, within]),
    from: number,
    size: 1,
    ...DOCUMENTS,
    sort: [{ draw: 'asc' }, { id: 'asc' }],
  });
  const [document = null] = documentsIn(answer);
  return { document, total, unseen: left, exhausted: [] };
}

type Parts = { buckets: { key: number; doc_count: number }[] };

const withIds = (ids: readonly string[]): Clause[] =>
  Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, i) => ({
    terms: { id: ids.slice(i * MOST_IDS, (i + 1) * MOST_IDS) },
  }));
