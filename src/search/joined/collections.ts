import type { Collection } from '../../data/corpus/collections.ts';
import { compareDays } from '../../data/dates/compare.ts';
import type { Day } from '../../data/dates/historical-date.ts';
import type { Timeline } from '../../data/dates/timeline.ts';
import type { CollectionProfile } from '../answers.ts';
import type { Archive } from '../archive.ts';
import { askBoth, type Both } from './both.ts';
import { addValues } from './facets.ts';
import { type AskTimelines, countTogether } from './timeline.ts';

/** As many values of a kind as a card names. */
const NAMED = 5;

/** The collections of both by name, and all that is loaded as a whole. */
export function joinedCollections(
  both: Both,
): Pick<Archive, 'collections' | 'collection' | 'gaps' | 'series' | 'summary'> {
  const { corpus } = both;
  return {
    // What was added has no listing that says how much more there is, and no edition.
    gaps: corpus.gaps,
    series: corpus.series,

    async collections() {
      const [one, other] = await askBoth(both, (archive) => archive.collections());
      return addCollections(one, other);
    },

    async collection(name) {
      const [one, other] = await askBoth(both, (archive) => archive.collection(name));
      return one && other ? addProfiles(both, one, other) : (one ?? other);
    },

    async summary() {
      const [one, other] = await askBoth(both, (archive) => archive.summary());
      return {
        ...one,
        documents: one.documents + other.documents,
        undated: one.undated + other.undated,
        first: edge(one.first, other.first, -1),
        last: edge(one.last, other.last, 1),
        collections: addCollections(one.collections, other.collections),
        added: other.documents,
      };
    },
  };
}

/** Collections of the same name as one, by name. */
export function addCollections(
  one: readonly Collection[],
  other: readonly Collection[],
): Collection[] {
  const counts = new Map<string, number>();
  for (const { name, documents } of [...one, ...other]) {
    counts.set(name, (counts.get(name) ?? 0) + documents);
  }
  return Array.from(counts, ([name, documents]) => ({ name, documents })).sort((a, b) =>
    a.name.localeCompare(b.name, 'en', { numeric: true }),
  );
}

/** A collection that people have added to. */
async function addProfiles(
  both: Both,
  one: CollectionProfile,
  other: CollectionProfile,
): Promise<CollectionProfile> {
  const filter = { collection: one.name };
  const ask: AskTimelines = (by) => askBoth(both, (archive) => archive.timeline({ filter, by }));
  const [timeline, bySpan] = await Promise.all([
    countTogether(ask, [one.timeline, other.timeline]),
    countTogether(ask, [one.bySpan, other.bySpan], {}, false),
  ]);
  return {
    ...one,
    documents: one.documents + other.documents,
    undated: one.undated + other.undated,
    timeline: ofItself(timeline),
    bySpan: ofItself(bySpan),
    kinds: addValues(one.kinds, other.kinds, NAMED),
    languages: addValues(one.languages, other.languages, NAMED),
    rights: addValues(one.rights, other.rights, NAMED),
  };
}

/** Counts of what is meant, and of nothing else. */
function ofItself(timeline: Timeline | null): Timeline | null {
  const own = <Some extends { meant: number }>(some: Some) => ({ ...some, all: some.meant });
  return (
    timeline && {
      unit: timeline.unit,
      buckets: timeline.buckets.map(own),
      rough: own(timeline.rough),
      undated: own(timeline.undated),
    }
  );
}

/** The earlier of two days (-1), or the later (1). */
function edge(one: Day | null, other: Day | null, which: -1 | 1): Day | null {
  if (!one || !other) return one ?? other;
  return compareDays(one, other) * which > 0 ? one : other;
}
