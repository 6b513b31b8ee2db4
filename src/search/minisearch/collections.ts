import type { Collection } from '../../data/corpus/collections.ts';
import type { Beside } from '../../data/corpus/corpus.ts';
import { type CollectionYears, gapsThatMatter } from '../../data/corpus/gaps.ts';
import { edgesOf, spansAt } from '../../data/dates/spans.ts';
import { timelineOf } from '../../data/dates/timeline.ts';
import type { CollectionProfile } from '../answers.ts';
import type { Archive } from '../archive.ts';
import type { Meaning } from '../embeddings/meaning.ts';
import { numberIn } from '../index/coded-lists.ts';
import type { Columns } from '../index/columns.ts';
import { countValues } from './facets.ts';
import type { SearchIndex } from './search-index.ts';

/** As many values of a kind as a card names. */
const NAMED = 5;

/** Collections, and all that is loaded as a whole. */
export function createCollections(
  { documents, columns }: SearchIndex,
  { coverage, series, readAt }: Beside,
  meaning?: Meaning,
): Pick<Archive, 'collections' | 'collection' | 'gaps' | 'series' | 'summary'> {
  const { spans, dates, values } = columns;
  const members = membersOf(columns);
  const collections = countCollections(values.collections.dictionary, members);
  const { from: first = null, to: last = null } = edgesOf(spans);
  const isUndated = (ordinal: number) => (dates.ranks[ordinal] ?? 0) >= dates.undatedFrom;
  const undated = dates.ranks.filter((rank) => rank >= dates.undatedFrom).length;
  let years: CollectionYears | undefined;

  /** @param own its documents */
  const profileOf = (own: readonly number[]): Omit<CollectionProfile, 'name' | 'coverage'> => {
    const { positions } = documents;
    const example = own.reduce((first, ordinal) =>
      (positions[ordinal] ?? 0) < (positions[first] ?? 0) ? ordinal : first,
    );
    const ownSpans = spansAt(spans, own);
    return {
      documents: own.length,
      undated: own.filter(isUndated).length,
      timeline: timelineOf(ownSpans, () => true),
      bySpan: timelineOf(ownSpans, () => true, {}, false),
      kinds: countValues(values.kinds, own, NAMED),
      languages: countValues(values.languages, own, NAMED),
      rights: countValues(values.rights, own, NAMED),
      example: documents.at(example),
    };
  };

  return {
    async collections() {
      return collections;
    },
    async collection(name) {
      const own = members[numberIn(values.collections.dictionary, name) ?? -1];
      const listed = coverage.filter((one) => one.collection === name);
      return own ? { name, ...profileOf(own), coverage: listed } : null;
    },
    async gaps(asked) {
      years ??= yearsOf(columns, members);
      return gapsThatMatter(coverage, years, asked);
    },
    async series() {
      return series;
    },
    async summary() {
      const { length } = documents;
      const loaded = { documents: length, undated, first, last, collections, coverage, readAt };
      return meaning ? { ...loaded, byMeaning: meaning.made() } : loaded;
    },
  };
}

/** The documents of each collection, by its number. */
function membersOf({ values }: Columns): number[][] {
  const { dictionary, lists } = values.collections;
  const members = dictionary.map((): number[] => []);
  // Every document is of one collection.
  for (const [ordinal, number] of lists.values.entries()) members[number]?.push(ordinal);
  return members;
}

const countCollections = (
  names: readonly string[],
  members: readonly (readonly number[])[],
): Collection[] =>
  names
    .map((name, number) => ({ name, documents: members[number]?.length ?? 0 }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));

/** The years that each collection is from. */
const yearsOf = (
  { spans, values }: Columns,
  members: readonly (readonly number[])[],
): CollectionYears =>
  new Map(
    values.collections.dictionary.flatMap((name, number) => {
      const { from, to } = edgesOf(spansAt(spans, members[number] ?? []));
      const [first, last] = [from ?? to, to ?? from].map((day) => Number(day?.slice(0, -6)));
      return from || to ? [[name, { first: first ?? 0, last: last ?? 0 }] as const] : [];
    }),
  );
