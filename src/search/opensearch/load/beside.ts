import type { Beside } from '../../../data/corpus/corpus.ts';
import type { Coverage } from '../../../data/corpus/coverage.ts';
import type { Series } from '../../../data/corpus/series.ts';
import type { Cluster } from '../cluster.ts';
import { CHANGED_WITHIN_MS, entryTo, wordsOf } from '../versions.ts';

/** Among the words, and no word. */
const ID = '#beside';

type Kept = { coverage: readonly Coverage[]; series: readonly Series[] };

/** Keeps what stands beside documents. */
export async function keepBeside(
  cluster: Cluster,
  index: string,
  { coverage, series }: Beside,
): Promise<void> {
  const body: Kept = { coverage, series: [...series.values()] };
  const path = `/${entryTo(wordsOf(index))}/_doc/${encodeURIComponent(ID)}`;
  const query = { require_alias: true };
  await cluster.ask({ method: 'PUT', path, query, body, timeoutMs: CHANGED_WITHIN_MS });
}

/** What stands beside the documents of an index. */
export async function readBeside(cluster: Cluster, index: string): Promise<Omit<Beside, 'readAt'>> {
  const [found] = await cluster.get(wordsOf(index), [ID]);
  if (!found) throw new Error(`what stands beside the documents of ${index} is missing`);
  const kept = found._source as Kept;
  return {
    coverage: kept.coverage,
    series: new Map(kept.series.map((one) => [one.collection, one])),
  };
}
