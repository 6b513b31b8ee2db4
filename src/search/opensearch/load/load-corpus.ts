import type { Beside } from '../../../data/corpus/corpus.ts';
import type { PackedDocuments } from '../../../data/corpus/packed-documents.ts';
import { contentHash } from '../../index/content-hash.ts';
import { settingsDigest } from '../../index/settings-digest.ts';
import type { Cluster, ClusterAddress } from '../cluster.ts';
import { MAPPING_VERSION, type Shape } from '../mapping.ts';
import {
  clearUp,
  currentVersion,
  finish,
  newIndexName,
  remove,
  swapTo,
  type VersionMeta,
  wordsOf,
} from '../versions.ts';
import { keepBeside } from './beside.ts';
import { loadWhole, type Progressed } from './load-whole.ts';
import { publish } from './publish.ts';
import { titleRepeats } from './title-repeats.ts';

/** What is to be loaded, and where. */
export type Load = {
  cluster: Cluster;
  /** That of the cluster, for threads. */
  address: ClusterAddress;
  alias: string;
  corpus: Beside & { documents: PackedDocuments };
  shape: Shape;
  /** Whether all is loaded, whatever is there already. */
  isWhole?: boolean;
  progressed?: Progressed;
};

/** What has been loaded. */
export type Loaded = {
  index: string;
  documents: number;
  /** Where only changes were loaded. */
  changed?: number;
  removed?: number;
};

/**
 * Loads a corpus and puts it in the place of the one before, at one moment for all who ask. Whatever
 * ends it before, the old one stays in use, and the next load removes what is left.
 * @throws ArchiveUnreachable where the cluster can't be reached; Error where not all has arrived
 */
export async function loadCorpus(load: Load): Promise<Loaded> {
  const { cluster, address, alias, corpus, shape, progressed = () => {} } = load;
  const { documents } = corpus;
  const former = await currentVersion(cluster, alias);
  await clearUp(cluster, alias, former, new Date());
  const repeats = titleRepeats(documents);
  const index = newIndexName(alias, new Date());
  try {
    const lines = { documents, repeats, positions: documents.positions };
    const made = await loadWhole(cluster, address, index, lines, shape, progressed);
    await keepBeside(cluster, index, corpus);
    await publish(cluster, index, documents.length, shape);
    const meta: VersionMeta = {
      settings: loadSettings(),
      documents: documents.length,
      shards: shape.shards,
      ...made,
      beside: besideDigest(corpus),
      readAt: corpus.readAt.toISOString(),
      loadedAt: new Date().toISOString(),
    };
    await finish(cluster, index, meta);
    await swapTo(cluster, alias, index, former?.index);
    return { index, documents: documents.length };
  } catch (error) {
    // The error is what matters; what is left is removed by the next load.
    await remove(cluster, [index, wordsOf(index)]).catch(() => {});
    throw error;
  }
}

/** A digest of all that decides what is loaded of a document. */
const loadSettings = (): string => `${MAPPING_VERSION} ${settingsDigest()}`;

const besideDigest = ({ coverage, series }: Beside): string =>
  String(contentHash(JSON.stringify([coverage, [...series]])));
