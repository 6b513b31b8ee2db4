import type { Document } from '../../data/corpus/document.ts';
import type { Hit, Page, Ranking } from '../hits.ts';
import { formatQuery } from '../query/format-query.ts';
import type { Query, WordCounts } from '../questions.ts';
import { LOOKED_AT } from '../ranking/similar-first.ts';
import { bestOf, bestSearches, type FoundHit } from './best-hits.ts';
import { countedFacets, facetsIn } from './facets.ts';
import { type Sought, scoredWithin, seek } from './find.ts';
import { passagesOf } from './hit-passages.ts';
import type { Lookups } from './lookups.ts';
import { columns, countedIn, idIn, type PinnedIndex, totalOf } from './pinned-index.ts';
import { type Clause, NOTHING, term } from './queries.ts';
import { checkWindow } from './window-limit.ts';

/** Counts of looks are exact up to so many, and nearly so beyond. */
const COUNTED_LOOKS = 40_000;

/** Finds documents by what they say. */
export async function search(index: PinnedIndex, lookups: Lookups, query: Query): Promise<Page> {
  const { sort, facets, collapses, alikeTo } = query;
  checkWindow(query);
  const sought = await seek(index, lookups, query.text.toWellFormed(), query);
  const alike = alikeTo === undefined ? [] : [await lookingLike(index, alikeTo)];
  const pages = sort === 'relevance' ? bestPage : datedPage;
  const isCollapsing = collapses === true && sort === 'relevance';
  const asked = { index, sought, query, alike };
  const found = isCollapsing ? await collapsedPage(asked) : await pages(asked);
  const hits = await toHits(index, found.hits, (documents) => passagesOf(index, sought, documents));
  const { corrections, offers, unknown, others, read } = sought;
  return {
    total: found.total,
    ...(found.groups !== undefined && { groups: found.groups }),
    hits,
    facets: facets ? facetsIn(found.counted) : null,
    corrections,
    ...(offers.length > 0 && { offers }),
    unknown,
    otherNames: others.map(({ label }) => label),
    readAs: formatQuery(read),
    ...(query.ranks && {
      ranking: { first: found.ranks ?? [], words: wordCounts(index, sought) },
    }),
  };
}

type Asked = {
  index: PinnedIndex;
  sought: Sought;
  query: Query;
  alike: readonly Clause[];
};
type FoundPage = {
  total: number;
  groups?: number;
  hits: readonly (FoundHit & { more?: number })[];
  counted: Record<string, unknown> | undefined;
  ranks?: Ranking['first'];
};

const counting = ({ facets, ranks }: Query) => (facets ? { aggs: countedFacets(ranks) } : {});

/** How the first hits were ranked, where it was asked for. */
const rankingOf = ({ sought, query }: Asked, answers: Parameters<typeof bestOf>[1]) =>
  query.ranks
    ? { ranks: bestOf(sought, answers, LOOKED_AT).map(({ id, rank }) => ({ id, score: rank })) }
    : {};

async function bestPage(asked: Asked): Promise<FoundPage> {
  const { index, sought, query, alike } = asked;
  const { filter, offset, limit, ranks } = query;
  const [hits, ...others] = bestSearches(sought, filter, offset + limit, alike, ranks);
  const answers = await index.search([{ ...hits, ...counting(query) }, ...others]);
  return {
    ...pageOf(answers, bestOf(sought, answers, offset + limit).slice(offset)),
    ...rankingOf(asked, answers),
  };
}

async function datedPage({ index, sought, query, alike }: Asked): Promise<FoundPage> {
  const { filter, sort, offset, limit } = query;
  const order = sort === 'oldest' ? 'asc' : 'desc';
  const answers = await index.search([
    {
      query: scoredWithin(sought, filter, alike),
      from: offset,
      size: limit,
      sort: [{ date_key: { order, missing: '_last' } }, { id: 'asc' }],
      track_total_hits: true,
      ...columns(),
      ...counting(query),
    },
  ]);
  const hits = answers[0]?.hits.hits ?? [];
  return pageOf(
    answers,
    hits.map((hit) => ({ id: idIn(hit), score: 0, rank: 0, look: undefined })),
  );
}

/** Documents that look the same are one hit, where there is more than one page of them. */
async function collapsedPage(asked: Asked): Promise<FoundPage> {
  const { index, sought, query, alike } = asked;
  const { filter, offset, limit, ranks } = query;
  const [hits, ...others] = bestSearches(sought, filter, offset + limit, alike, ranks);
  const looks = { cardinality: { field: 'look', precision_threshold: COUNTED_LOOKS } };
  const answers = await index.search([
    {
      ...hits,
      collapse: { field: 'look' },
      aggs: { ...(query.facets ? countedFacets(ranks) : {}), looks },
    },
    ...others,
  ]);
  const [first] = answers;
  if (!first || totalOf(first) <= limit) return bestPage(asked);
  const page = bestOf(sought, answers, offset + limit).slice(offset);
  const more = await countAlike(asked, page);
  const { value } = countedIn<{ value: number }>(first, 'looks');
  return {
    ...pageOf(
      answers,
      page.map((hit, i) => ({ ...hit, more: (more[i] ?? 1) - 1 })),
    ),
    groups: value,
    ...rankingOf(asked, answers),
  };
}

/** How many of what is found look like each hit of a page. */
const countAlike = ({ index, sought, query, alike }: Asked, page: readonly FoundHit[]) =>
  index.count(
    page.map(({ look }) => scoredWithin(sought, query.filter, [...alike, term('look', look ?? 0)])),
  );

const pageOf = (
  [first]: Awaited<ReturnType<PinnedIndex['search']>>,
  hits: FoundPage['hits'],
): FoundPage => ({
  total: first ? totalOf(first) : 0,
  hits,
  counted: first?.aggregations,
});

const wordCounts = ({ meta }: PinnedIndex, { frequencies, searched }: Sought): WordCounts => ({
  documents: meta.documents,
  meanLength: meta.meanLength,
  frequencies,
  withTexts: searched === 'both',
});

/** What looks like the document of an id. */
async function lookingLike(index: PinnedIndex, id: string): Promise<Clause> {
  const found = await index.searchOnce({
    query: term('id', id.trim().toLowerCase()),
    size: 1,
    ...columns('look'),
  });
  const [look] = found.hits.hits[0]?.fields?.look ?? [];
  return look === undefined ? NOTHING : term('look', look as number);
}

/**
 * Hits with their documents and snippets.
 * @param passages gives those of some documents, in their order
 */
export async function toHits(
  index: PinnedIndex,
  found: readonly (Pick<FoundHit, 'id' | 'score'> & { more?: number })[],
  passages: (documents: readonly Document[]) => Promise<readonly Pick<Hit, 'snippet' | 'page'>[]>,
): Promise<Hit[]> {
  const documents = await index.documents(found.map(({ id }) => id));
  const shown = await passages(documents);
  return documents.map((document, i) => {
    const { score = 0, more } = found[i] ?? {};
    const hit = { document, score, ...(shown[i] ?? { snippet: [] }) };
    return more ? { ...hit, more } : hit;
  });
}
