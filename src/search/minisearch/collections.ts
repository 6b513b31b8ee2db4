import { countCollections } from '../../data/corpus/collections.ts';
import type { Corpus } from '../../data/corpus/corpus.ts';
import type { Document } from '../../data/corpus/document.ts';
import { type CollectionYears, collectionYears, gapsThatMatter } from '../../data/corpus/gaps.ts';
import { compareText, hasNoDay } from '../../data/dates/compare.ts';
import { edgesOf, spansOf } from '../../data/dates/spans.ts';
import { timelineOf } from '../../data/dates/timeline.ts';
import type { Archive, CollectionProfile } from '../archive.ts';
import type { FacetValue } from '../hits.ts';
import { type Columns, UNDATED } from './columns.ts';

/** What of a corpus an archive is made from. */
export type Loaded = Pick<Corpus, 'documents' | 'coverage' | 'series' | 'readAt'>;

/** As many values of a kind as a card names. */
const NAMED = 5;

/** Collections, and all that is loaded as a whole. */
export function createCollections(
  { documents, coverage, series, readAt }: Loaded,
  { spans, ranks }: Columns,
): Pick<Archive, 'collections' | 'collection' | 'gaps' | 'series' | 'summary'> {
  const collections = countCollections(documents);
  let years: CollectionYears | undefined;
  const { from: first = null, to: last = null } = edgesOf(spans);
  const undated = ranks.reduce((sum, rank) => sum + Number(rank === UNDATED), 0);
  return {
    async collections() {
      return collections;
    },
    async collection(name) {
      const own = documents.filter((one) => one.collection === name);
      const profile = profileOf(own);
      const listed = coverage.filter((one) => one.collection === name);
      return profile ? { name, ...profile, coverage: listed } : null;
    },
    async gaps(asked) {
      years ??= collectionYears(documents);
      return gapsThatMatter(coverage, years, asked);
    },
    async series() {
      return series;
    },
    async summary() {
      return { documents: documents.length, undated, first, last, collections, coverage, readAt };
    },
  };
}

function profileOf(
  own: readonly Document[],
): Omit<CollectionProfile, 'name' | 'coverage'> | undefined {
  const [example] = own;
  if (!example) return undefined;
  const spans = spansOf(own);
  return {
    documents: own.length,
    undated: own.filter(({ date }) => hasNoDay(date)).length,
    timeline: timelineOf(spans, () => true),
    bySpan: timelineOf(spans, () => true, {}, false),
    kinds: frequent(own, ({ type }) => type),
    languages: frequent(own, ({ languages }) => languages),
    rights: frequent(own, ({ rights }) => rights),
    example,
  };
}

/** The most frequent values; of equal ones the first by the alphabet. */
function frequent(
  documents: readonly Document[],
  of: (document: Document) => readonly string[] | null,
): FacetValue[] {
  const counts = new Map<string, number>();
  for (const value of documents.flatMap((one) => of(one) ?? [])) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compareText(a.value, b.value))
    .slice(0, NAMED);
}
