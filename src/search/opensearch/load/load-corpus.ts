import type { Beside } from '../../../data/corpus/corpus.ts';
import type { PackedDocuments } from '../../../data/corpus/packed-documents.ts';
import { contentHash } from '../../index/content-hash.ts';
import type { Cluster, ClusterAddress } from '../cluster.ts';
import { fieldsDigest } from '../fields/fields-digest.ts';
import type { Shape } from '../mapping.ts';
import {
  clearUp,
  currentVersion,
  draftOf,
  finish,
  newIndexName,
  putIntoUse,
  remove,
  type Version,
  type VersionMeta,
  wordsOf,
} from '../versions.ts';
import { keepBeside } from './beside.ts';
import { type Changes, findChanges } from './find-changes.ts';
import { loadChanges } from './load-changes.ts';
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
 * After more changes than this part of all documents, all are loaded: what was learned of the words that
 * go together says too little of them.
 */
const MOST_CHANGED = 0.1;

/**
 * Loads a corpus and puts it in the place of the one before, at one moment for all who ask. Where that
 * one differs in a few documents, it is copied and the copy changed. Whatever ends it before, the old
 * one stays in use, and the next load removes what is left.
 * @throws ArchiveUnreachable where the cluster can't be reached; Error where not all has arrived
 */
export async function loadCorpus(load: Load): Promise<Loaded> {
  const { cluster, alias, corpus, shape } = load;
  const { documents } = corpus;
  const former = await currentVersion(cluster, alias);
  await clearUp(cluster, alias, former, new Date());
  const changes = former && (await changesSince(former, load));
  const beside = besideDigest(corpus);
  const readAt = corpus.readAt.toISOString();
  if (changes && amountOf(changes) === 0 && former.meta.beside === beside) {
    await finish(cluster, former.index, { ...former.meta, readAt });
    return { index: former.index, documents: documents.length, changed: 0, removed: 0 };
  }
  const index = newIndexName(alias, new Date());
  try {
    const made = changes ? await change(load, former, index, changes) : await loadAll(load, index);
    await keepBeside(cluster, index, corpus);
    await publish(cluster, index, documents.length, shape);
    await finish(cluster, index, {
      ...made,
      settings: fieldsDigest(),
      documents: documents.length,
      shards: shape.shards,
      beside,
      readAt,
      loadedAt: new Date().toISOString(),
    });
  } catch (error) {
    // The error is what matters; what is left is removed by the next load.
    await remove(cluster, [index, wordsOf(index), draftOf(index)]).catch(() => {});
    throw error;
  }
  await putIntoUse(cluster, alias, index);
  const counts = changes && { changed: changes.changed, removed: changes.removed };
  return { index, documents: documents.length, ...counts };
}

type Made = Pick<VersionMeta, 'meanLength' | 'width' | 'later'>;

async function loadAll(load: Load, index: string): Promise<Made> {
  const { cluster, address, corpus, shape, progressed = () => {} } = load;
  const { documents } = corpus;
  const repeats = titleRepeats(documents);
  const lines = { documents, repeats, positions: documents.positions };
  return { ...(await loadWhole(cluster, address, index, lines, shape, progressed)), later: 0 };
}

async function change(
  { cluster, address, progressed = () => {} }: Load,
  former: Version,
  index: string,
  changes: Changes,
): Promise<Made> {
  await loadChanges(cluster, address, former, index, changes, progressed);
  const { meanLength, width, later } = former.meta;
  return { meanLength, width, later: later + amountOf(changes) };
}

/** What has changed since a version was loaded; undefined where all must be loaded anew. */
async function changesSince(
  { index, meta }: Version,
  { cluster, corpus, shape, isWhole }: Load,
): Promise<Changes | undefined> {
  if (isWhole || meta.settings !== fieldsDigest() || meta.shards !== shape.shards) return undefined;
  const changes = await findChanges(cluster, index, corpus.documents);
  if (!changes) return undefined;
  const isMuch = meta.later + amountOf(changes) > MOST_CHANGED * meta.documents;
  return isMuch ? undefined : changes;
}

const amountOf = ({ affected, removed }: Changes): number => affected.length + removed;

const besideDigest = ({ coverage, series }: Beside): string =>
  String(contentHash(JSON.stringify([coverage, [...series]])));
