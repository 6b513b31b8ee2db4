import { gapsThatMatter } from '../../data/corpus/gaps.ts';
import type { CollectionProfile } from '../answers.ts';
import type { Archive } from '../archive.ts';
import { type Buckets, countedBy, valuesIn } from './facets.ts';
import { DOCUMENTS, documentIn, type PinnedIndex, totalOf } from './pinned-index.ts';
import { term } from './queries.ts';
import { countOverTime } from './timeline.ts';
import type { Whole } from './whole.ts';

/** As many values of a kind as a card names. */
const NAMED = 5;

const COUNTED = {
  kinds: countedBy('kinds', NAMED),
  languages: countedBy('languages', NAMED),
  rights: countedBy('rights', NAMED),
  undated: { filter: term('undated', true) },
};

/** Collections, and all that is loaded as a whole. */
export function createCollections(
  index: PinnedIndex,
  whole: Whole,
): Pick<Archive, 'collections' | 'collection' | 'gaps' | 'series' | 'summary' | 'example'> {
  async function profileOf(name: string): Promise<CollectionProfile | null> {
    const query = term('collection', name);
    const answer = await index.searchOnce({
      query,
      size: 1,
      sort: [{ position: 'asc' }],
      track_total_hits: true,
      ...DOCUMENTS,
      aggs: COUNTED,
    });
    const [example] = answer.hits.hits;
    if (!example) return null;
    const timelines = await countOverTime(index, query, query, {});
    const counted = answer.aggregations as Record<keyof typeof COUNTED, Buckets & Count>;
    const { coverage } = await whole.beside();
    return {
      name,
      documents: totalOf(answer),
      undated: counted.undated.doc_count,
      timeline: timelines.choose(),
      bySpan: timelines.choose(false),
      kinds: valuesIn(counted.kinds),
      languages: valuesIn(counted.languages),
      rights: valuesIn(counted.rights),
      coverage: coverage.filter(({ collection }) => collection === name),
      example: documentIn(example),
    };
  }
  return {
    collections: async () => (await whole.summary()).collections,
    collection: profileOf,
    gaps: async (asked) =>
      gapsThatMatter((await whole.beside()).coverage, await whole.years(), asked),
    series: async () => (await whole.beside()).series,
    summary: whole.summary,
    example: whole.example,
  };
}

type Count = { doc_count: number };
