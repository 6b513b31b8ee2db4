import type { Document } from '../../data/corpus/document.ts';
import type { Emptiness, NearMisses } from '../hits.ts';
import { explainWords, titleWords } from '../query/explain-words.ts';
import { without } from '../query/filter.ts';
import { readTyped } from '../query/read-typed.ts';
import { relaxed } from '../query/relaxed.ts';
import type { Filter, Query } from '../questions.ts';
import { bestOf, bestSearches } from './best-hits.ts';
import { matching, type Sought, scoredWithin, seek, seekTyped } from './find.ts';
import { withAddress } from './identities.ts';
import type { Lookups } from './lookups.ts';
import { DOCUMENTS, documentsIn, type PinnedIndex } from './pinned-index.ts';
import { BY_SCORE, inTitle } from './queries.ts';

/** As many of what was nearly found as are shown. */
const MOST_NEAR = 3;

/** A query with one part of it left out: what is sought then, and which filter is left. */
type Way = { without: string; excludes: boolean; sought: Sought; filter: Filter };

/** Says which word is nowhere, and which demand or filter kept everything out. */
export async function explain(
  index: PinnedIndex,
  lookups: Lookups,
  query: Query,
): Promise<Emptiness> {
  const { filter } = query;
  const text = query.text.toWellFormed();
  const typed = readTyped(text);
  const sought = await seek(index, lookups, text, query);
  const unfiltered = without(filter).map(
    ({ name, rest }): Way => ({ without: name, excludes: false, sought, filter: rest }),
  );
  const undemanded = await Promise.all(
    relaxed(typed).map(async ({ said, excludes, rest }): Promise<Way> => {
      const without = await seekTyped(index, lookups, rest, query);
      return { without: said, excludes, sought: without, filter };
    }),
  );
  const ways = [...unfiltered, ...undemanded];
  const [totalUnfiltered = 0, ...totals] = await index.count(
    [{ sought, filter: {} }, ...ways].map((way) => matching(way.sought, way.filter)),
  );
  const explained = await lookups.settle(sought.searched, ({ terms }) =>
    explainWords(typed, terms),
  );
  const words = [...(await linksHeld(index, typed.links)), ...explained];
  return {
    words: words.length > 0 ? words : await commonWords(index, typed.words),
    filters: without(filter).map(({ name }, i) => ({ name, totalWithout: totals[i] ?? 0 })),
    demands: undemanded.map(({ without: said, excludes }, i) => ({
      said,
      excludes,
      totalWithout: totals[unfiltered.length + i] ?? 0,
    })),
    totalUnfiltered,
    nearMisses: await nearMisses(
      index,
      ways.find((_, i) => (totals[i] ?? 0) > 0),
      filter,
    ),
  };
}

async function linksHeld(
  index: PinnedIndex,
  links: readonly string[],
): Promise<Emptiness['words']> {
  const totals = await index.count(links.map(withAddress));
  return links.map((word, i) => ({ word, total: totals[i] ?? 0, nearest: [] }));
}

/** Looked for in titles only. */
async function commonWords(index: PinnedIndex, text: string): Promise<Emptiness['words']> {
  const words = titleWords(text);
  const totals = await index.count(words.map(inTitle));
  return words.map((word, i) => ({ word, total: totals[i] ?? 0, nearest: [] }));
}

/**
 * The documents that one part alone kept out: of those outside of the dates the nearest in time,
 * otherwise the best.
 */
async function nearMisses(
  index: PinnedIndex,
  way: Way | undefined,
  dates: Filter,
): Promise<NearMisses | null> {
  if (!way) return null;
  const { without, excludes } = way;
  const documents =
    without === 'from' || without === 'to'
      ? await nearestInTime(index, way, without, dates)
      : await best(index, way);
  return { without, excludes, documents };
}

async function best(index: PinnedIndex, { sought, filter }: Way): Promise<Document[]> {
  const answers = await index.search(bestSearches(sought, filter, MOST_NEAR));
  return index.documents(bestOf(sought, answers, MOST_NEAR).map(({ id }) => id));
}

/** What ends last before the first day, or begins first after the last one; what is open comes last. */
async function nearestInTime(
  index: PinnedIndex,
  { sought, filter }: Way,
  end: 'from' | 'to',
  dates: Filter,
): Promise<Document[]> {
  const nearest = end === 'from' ? { last: 'desc' } : { first: 'asc' };
  const answer = await index.searchOnce({
    query: scoredWithin(sought, filter),
    size: MOST_NEAR,
    ...DOCUMENTS,
    sort: [{ is_open: 'asc' }, ...(dates[end] ? [nearest] : []), ...BY_SCORE],
  });
  return documentsIn(answer);
}
