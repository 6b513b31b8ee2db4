import type { Archive } from '../archive.ts';
import type { Name } from '../names/authority.ts';
import { findPassages } from '../passages/find-passages.ts';
import type { Query } from '../questions.ts';
import { createQuotationCheck } from '../quotation/check-quotation.ts';
import type { Cluster } from './cluster.ts';
import { createCollections } from './collections.ts';
import { createDated } from './dated.ts';
import { draw } from './draw.ts';
import { explain } from './explain.ts';
import { matching, seek } from './find.ts';
import { createHoldings } from './holdings.ts';
import { createLookups } from './lookups.ts';
import { pin } from './pinned-index.ts';
import { allOf, EVERYTHING, passing } from './queries.ts';
import { createReading } from './reading.ts';
import { related } from './related.ts';
import { search } from './search.ts';
import { suggest } from './suggest.ts';
import { countOverTime } from './timeline.ts';
import type { Version } from './versions.ts';
import { createWhole } from './whole.ts';

/** Discord drops what is suggested later. */
const SUGGESTED_WITHIN_MS = 3000;

/**
 * An archive of documents that have been loaded into OpenSearch: what was loaded at one time, and no
 * other.
 * @param names what persons and places are also called
 */
export function openVersion(cluster: Cluster, version: Version, names: readonly Name[]): Archive {
  const index = pin(cluster, version);
  const quick = pin(cluster.within(SUGGESTED_WITHIN_MS), version);
  const lookups = createLookups(index, names);
  const whole = createWhole(index);
  const readable = {
    ...createHoldings(index),
    ...createReading(index, lookups, whole),
    search: (query: Query) => search(index, lookups, query),
  };
  return {
    ...readable,
    ...createDated(index, whole),
    ...createCollections(index, whole),
    checkQuotation: createQuotationCheck(readable),
    passages: (asked) => findPassages(readable, asked),
    explain: (query) => explain(index, lookups, query),
    suggest: (typed, limit) => suggest(quick, lookups, typed.toWellFormed(), limit),
    related: (id, limit) => related(index, lookups, id, limit),
    async timeline({ text, filter, corrects, by }) {
      const meant =
        text === undefined
          ? allOf(passing(filter))
          : matching(await seek(index, lookups, text.toWellFormed(), { corrects }), filter);
      const timelines = await countOverTime(index, meant, EVERYTHING, by ?? filter);
      const timeline = by ? timelines.count(by.unit) : timelines.choose();
      return { meant: timelines.meant, timeline };
    },
    draw: (filter, seen, seed) => draw(index, filter, seen, seed),
  };
}
