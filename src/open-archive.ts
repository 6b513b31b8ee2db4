import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { type LiveArchive, openLiveArchive } from './live-archive.ts';
import type { Logger } from './log.ts';
import { openMatcher } from './search/minisearch/standing/open-matcher.ts';
import type { FilesToLoad } from './search/opensearch/load/load-files.ts';
import type { Match } from './search/standing.ts';
import { createIdleThread } from './threads/idle-thread.ts';

/** What says which archive is asked, and keeps the index of the bot's own from one start to the next. */
type ArchiveConfig = Pick<Config, 'corpus' | 'names' | 'search'> &
  Partial<Pick<Config, 'embeddings'>> & { snapshot: string | undefined };

/**
 * Opens the archive that the environment names: OpenSearch where it has an address, else the one that
 * comes with the bot, over the corpus.
 * @throws CorpusError, or UserError for the names or the certificate, where they can't be read
 */
export async function openChosenArchive(
  { corpus, names, search, snapshot, embeddings: model }: ArchiveConfig,
  log: Logger,
): Promise<LiveArchive> {
  if (!search) return openLiveArchive({ corpus, names, snapshot, model }, log);
  if (model) {
    log.warn(
      'EMBEDDINGS_URL and SEARCH_URL are both set. OpenSearch (SEARCH_URL) is searched by words alone: nothing is sent to EMBEDDINGS_URL, and nothing is found by meaning. Leave one of them out.',
    );
  }
  // What only OpenSearch needs is loaded with it: it takes memory.
  const [{ openCluster }, { openLiveIndex }, { loadNames }] = await Promise.all([
    import('./search/opensearch/cluster.ts'),
    import('./search/opensearch/live-index.ts'),
    import('./search/names/authority.ts'),
  ]);
  const cluster = openCluster(search);
  const live = await openLiveIndex(cluster, search.alias, loadNames(names), log);
  return {
    get archive() {
      return live.archive;
    },
    async close() {
      live.stop();
      await cluster.close();
    },
  };
}

/** What tells standing questions apart, whichever archive is asked the others. */
export const openChosenMatcher = ({ names }: Pick<Config, 'names'>): Match => openMatcher(names);
/**
 * What takes the changes of a corpus into OpenSearch, in a thread of its own; undefined for the archive
 * that comes with the bot, which looks at the corpus itself.
 */
export function changesLoader({
  corpus,
  search,
}: Pick<Config, 'corpus' | 'search'>): (() => Promise<void>) | undefined {
  if (!search) return undefined;
  const file = new URL('./search/opensearch/load/load-files-worker.ts', import.meta.url);
  const load = createIdleThread<FilesToLoad, void>(file);
  return async () => {
    // Sources that couldn't be followed yet have written none.
    if (corpus.every((path) => existsSync(path))) await load({ corpus, search });
  };
}
