import { readCorpus } from '../../../data/corpus/corpus.ts';
import { type ClusterAddress, openCluster } from '../cluster.ts';
import { chooseShape } from './choose-shape.ts';
import { type Load, type Loaded, loadCorpus } from './load-corpus.ts';
import { findTexts } from './text-places.ts';

/** Which files to load, and into which cluster. */
export type FilesToLoad = Pick<Load, 'isWhole' | 'progressed'> & {
  corpus: readonly string[];
  search: ClusterAddress & { alias: string };
  /** How the index is to be divided and copied, where that is given. */
  shape?: Partial<Record<keyof Load['shape'], number | undefined>>;
};

/**
 * Loads corpus files, with the texts beside them, into a cluster: all, or only what has changed.
 * @throws CorpusError if they can't be read, UserError for more copies than nodes, ArchiveUnreachable
 */
export async function loadFiles(files: FilesToLoad): Promise<Loaded> {
  const { corpus: paths, search, shape: given = {}, ...how } = files;
  const corpus = await readCorpus(paths);
  const texts = await findTexts(paths);
  const cluster = openCluster(search);
  try {
    const shape = await chooseShape(cluster, search.alias, {
      shards: given.shards,
      replicas: given.replicas,
    });
    const { alias } = search;
    return await loadCorpus({ cluster, address: search, alias, corpus, texts, shape, ...how });
  } finally {
    await cluster.close();
  }
}
