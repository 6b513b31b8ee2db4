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
  indicesOf,
  newIndexName,
  putIntoUse,
  remove,
  type TextCounts,
  type Version,
  type VersionMeta,
} from '../versions.ts';
import { keepBeside } from './beside.ts';
import { type Changes, findChanges } from './find-changes.ts';
import { loadChanges } from './load-changes.ts';
import { loadWhole, type Progressed, textsIn } from './load-whole.ts';
import { countTexts, publish } from './publish.ts';
import type { TextPlaces } from './text-places.ts';
import { titleRepeats } from './title-repeats.ts';

/** What is to be loaded, and where. */
export type Load = {
  cluster: Cluster;
  /** That of the cluster, for threads. */
  address: ClusterAddress;
  alias: string;
  corpus: Beside & { documents: PackedDocuments };
  /** Where the documents' texts stand. */
  texts?: TextPlaces;
  shape: Shape;
  /** Whether all is loaded, whatever is there already. */
  isWhole?: boolean;
  progressed?: Progressed;
};

/** What has been loaded. */
export type Loaded = {
  index: string;
  documents: number;
  texts: TextCounts;
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
    const { texts } = former.meta;
    return { index: former.index, documents: documents.length, texts, changed: 0, removed: 0 };
  }
  const index = newIndexName(alias, new Date());
  let texts: TextCounts;
  try {
    const { meanTextLength, ...made } = changes
      ? await change(load, former, index, changes)
      : await loadAll(load, index);
    await keepBeside(cluster, index, corpus);
    await publish(cluster, index, sizeOf(load), shape);
    texts = await countTexts(cluster, index);
    await finish(cluster, index, {
      ...made,
      texts: { ...texts, meanLength: meanTextLength },
      settings: fieldsDigest(),
      documents: documents.length,
      shards: shape.shards,
      beside,
      readAt,
      loadedAt: new Date().toISOString(),
    });
  } catch (error) {
    // The error is what matters; what is left is removed by the next load.
    await remove(cluster, [...indicesOf(index), draftOf(index)]).catch(() => {});
    throw error;
  }
  await putIntoUse(cluster, alias, index);
  const counts = changes && { changed: changes.changed, removed: changes.removed };
  return { index, documents: documents.length, texts, ...counts };
}

/** How many documents and pages an index will have. */
function sizeOf({ corpus: { documents }, texts = NO_TEXTS }: Load) {
  const pages = textsIn(documents, texts).reduce((sum, one) => sum + one.pages, 0);
  return { documents: documents.length, pages };
}

const NO_TEXTS: TextPlaces = new Map();

type Made = Pick<VersionMeta, 'meanLength' | 'width' | 'later'> & { meanTextLength: number };

async function loadAll(load: Load, index: string): Promise<Made> {
  const { cluster, address, corpus, texts = NO_TEXTS, shape, progressed = () => {} } = load;
  const { documents } = corpus;
  const repeats = titleRepeats(documents);
  const lines = { documents, texts, repeats, positions: documents.positions };
  const { space, ...means } = await loadWhole(cluster, address, index, lines, shape, progressed);
  return { ...means, width: space?.width ?? 0, later: 0 };
}

async function change(
  { cluster, address, progressed = () => {} }: Load,
  former: Version,
  index: string,
  changes: Changes,
): Promise<Made> {
  await loadChanges(cluster, address, former, index, changes, progressed);
  const { meanLength, texts, width, later } = former.meta;
  const meanTextLength = texts.meanLength;
  return { meanLength, meanTextLength, width, later: later + amountOf(changes) };
}

/** What has changed since a version was loaded; undefined where all must be loaded anew. */
async function changesSince(
  { index, meta }: Version,
  { cluster, corpus, texts = NO_TEXTS, shape, isWhole }: Load,
): Promise<Changes | undefined> {
  if (isWhole || meta.settings !== fieldsDigest() || meta.shards !== shape.shards) return undefined;
  // How long texts are is learned from the first of them.
  if (meta.texts.documents === 0 && textsIn(corpus.documents, texts).length > 0) return undefined;
  const changes = await findChanges(cluster, index, corpus.documents, texts);
  if (!changes) return undefined;
  const isMuch = meta.later + amountOf(changes) > MOST_CHANGED * meta.documents;
  return isMuch ? undefined : changes;
}

const amountOf = ({ affected, removed }: Changes): number => affected.length + removed;

const besideDigest = ({ coverage, series }: Beside): string =>
  String(contentHash(JSON.stringify([coverage, [...series]])));
