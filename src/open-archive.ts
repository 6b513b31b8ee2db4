import type { Config } from './config.ts';
import { type LiveArchive, openLiveArchive } from './live-archive.ts';
import type { Logger } from './log.ts';
import { loadNames } from './search/names/authority.ts';
import { openCluster } from './search/opensearch/cluster.ts';
import { openLiveIndex } from './search/opensearch/live-index.ts';

/** What says which archive is asked. */
type ArchiveConfig = Pick<Config, 'corpus' | 'names' | 'search'>;

/**
 * Opens the archive that the environment names: OpenSearch where it has an address, else the one that
 * comes with the bot, over the corpus.
 * @param snapshot keeps the index of the bot's own archive from one start to the next
 * @throws CorpusError, or UserError for the names or the certificate, where they can't be read
 */
export async function openChosenArchive(
  { corpus, names, search }: ArchiveConfig,
  snapshot: string | undefined,
  log: Logger,
): Promise<LiveArchive> {
  if (!search) return openLiveArchive({ corpus, names, snapshot }, log);
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
