import type { SearchEngine } from '../archive.ts';
import type { Hit, Page } from '../hits.ts';
import type { Query } from '../questions.ts';
import type { Both } from './both.ts';
import { isBeforeBy } from './date-order.ts';
import { joinedExplain } from './explain.ts';
import { addFacets } from './facets.ts';
import { mergeWindow, type Ordered } from './merge-window.ts';
import { shareOut, weave } from './rank-both.ts';
import { joinedRelated } from './related.ts';
import { type Settled, settle } from './settle.ts';
import { joinedSuggest } from './suggest.ts';

/** Finds in the corpus and in what was added to it, as in one. */
export const joinedSearch = (both: Both): SearchEngine => ({
  search: (query) => search(both, query),
  explain: (query) => joinedExplain(both, query),
  suggest: (typed, limit) => joinedSuggest(both, typed, limit),
  related: (id, limit) => joinedRelated(both, id, limit),
});

async function search(both: Both, query: Query): Promise<Page> {
  const { corpus, added } = both;
  // Nothing that was added has a text.
  if (query.in === 'texts') return corpus.search(query);
  const settled = await settle(both, query);
  const { sort } = query;
  const { ranking: _ranking, offers: _offers, groups, ...page } = settled.corpus;
  const other = settled.added;
  return {
    ...page,
    total: page.total + other.total,
    ...(groups !== undefined && { groups: groups + other.total }),
    hits:
      sort === 'relevance'
        ? await bestHits(both, query, settled)
        : await mergeWindow(
            datedHits(corpus, settled.queries.corpus, page.total),
            datedHits(added, settled.queries.added, other.total),
            (one, another) => isBeforeBy(sort)(one.document, another.document),
            query,
          ),
    corrections: settled.corrections,
    ...(settled.offers.length > 0 && { offers: settled.offers }),
    unknown: settled.unknown,
    facets: page.facets && other.facets && addFacets(page.facets, other.facets),
    otherNames: [...new Set([...page.otherNames, ...other.otherNames])],
  };
}

/** The hits of a window, by relevance; what has been asked for already isn't asked for again. */
async function bestHits(
  { corpus, added }: Both,
  query: Query,
  settled: Settled,
): Promise<Page['hits']> {
  const { queries } = settled;
  const { isAdded, ...shares } = shareOut(settled.corpus, settled.added, query);
  const { offset, limit } = shares.corpus;
  const isAsked = offset === query.offset || limit === 0;
  const [ofCorpus, ofAdded] = await Promise.all([
    isAsked
      ? settled.corpus.hits.slice(0, limit)
      : corpus.search({ ...queries.corpus, ...shares.corpus }).then(({ hits }) => hits),
    shares.added.offset + shares.added.limit <= settled.added.hits.length
      ? settled.added.hits.slice(shares.added.offset, shares.added.offset + shares.added.limit)
      : added.search({ ...queries.added, ...shares.added }).then(({ hits }) => hits),
  ]);
  return weave(ofCorpus, ofAdded, isAdded);
}

const datedHits = (archive: SearchEngine, query: Query, total: number): Ordered<Hit> => ({
  total,
  part: async (window) => (await archive.search({ ...query, facets: false, ...window })).hits,
});
