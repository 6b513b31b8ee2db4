import { readFile } from 'node:fs/promises';
import { NEW, TooManyNew } from '../../../data/corpus/check-lines.ts';
import { type PackedCorpus, readCorpus } from '../../../data/corpus/corpus.ts';
import { writeAtomically } from '../../../data/corpus/write-atomically.ts';
import { type IndexData, indexDocuments, isLearnedAnew } from '../../index/index-documents.ts';
import { settingsDigest } from '../../index/settings-digest.ts';
import { knownFrom, knownIn } from './known.ts';
import { packSnapshot, unpackSnapshot } from './snapshot.ts';

/** What an archive is made from. */
export type Sources = {
  /** JSON Lines files. */
  corpus: readonly string[];
  /** A file that keeps the index from one start to the next; undefined for none. */
  snapshot: string | undefined;
};

/** A corpus and its index. */
export type Opened = { corpus: PackedCorpus; data: IndexData };

/** What was opened, and the snapshot to be written where there was none of just this corpus. */
export type Started = Opened & { unsaved: { write(): Promise<void> } | undefined };

/** More new documents, a larger corpus, or one to learn from take longer than a question may wait. */
const MOST_NEW = 5000;
const MOST_DOCUMENTS = 200_000;
const MOST_TO_LEARN_FROM = 20_000;

/**
 * Reads the corpus, and its index from the snapshot where that was made from just this corpus with just
 * these settings. From the snapshot of another corpus it takes the documents that are the same, and
 * indexes the others; without one, or if it can't be read, all of them.
 * @param warn is told if the snapshot is there and can't be read
 * @throws CorpusError if the corpus can't be read
 */
export async function openFiles(
  { corpus: paths, snapshot }: Sources,
  warn: (error: Error) => void = () => {},
): Promise<Started> {
  const settings = settingsDigest();
  const kept = snapshot === undefined ? undefined : await readSnapshot(snapshot, settings, warn);
  const corpus = await readCorpus(paths, (digest) => kept && knownFrom(kept, digest));
  const { digest, documents, earlierOrdinals, isCanonical } = corpus;
  const { positions } = documents;
  if (kept?.corpus === digest) return { corpus, data: kept.data, unsaved: undefined };
  const data = indexDocuments(documents, kept && { data: kept.data, earlierOrdinals });
  if (snapshot === undefined) return { corpus, data, unsaved: undefined };
  const write = () => {
    const content = packSnapshot({ corpus: digest, isCanonical, positions, data }, settings);
    return writeAtomically([{ path: snapshot, content }]);
  };
  return { corpus, data, unsaved: { write } };
}

async function readSnapshot(path: string, settings: string, warn: (error: Error) => void) {
  try {
    return unpackSnapshot(await readFile(path), settings);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') warn(error as Error);
    return undefined;
  }
}

/** What a change of the corpus changed. */
export type Reopened = Opened & {
  /** Documents that are new or say something else than before. */
  changed: number;
  removed: number;
};

/**
 * Reads a corpus that has changed, and indexes what is new in it.
 * @returns undefined if that takes so long that it had better be opened beside the old one
 * @throws CorpusError if the corpus can't be read
 */
export async function reopenFiles(
  { corpus: paths }: Pick<Sources, 'corpus'>,
  { corpus: { documents: before }, data }: Opened,
): Promise<Reopened | undefined> {
  const readBefore = { documents: before, known: knownIn(before) };
  const corpus = await readCorpus(paths, undefined, readBefore, MOST_NEW).catch((error) => {
    if (error instanceof TooManyNew) return undefined;
    throw error;
  });
  if (!corpus) return undefined;
  const { documents, earlierOrdinals } = corpus;
  const earlier = { data, earlierOrdinals };
  const most = isLearnedAnew(earlier) ? MOST_TO_LEARN_FROM : MOST_DOCUMENTS;
  if (documents.length > most) return undefined;
  const added = [...earlierOrdinals.keys()].filter((ordinal) => earlierOrdinals[ordinal] === NEW);
  const replaced = added.filter(
    (ordinal) => before.ordinalOf(documents.idAt(ordinal)) !== undefined,
  );
  const kept = documents.length - added.length;
  return {
    corpus,
    data: indexDocuments(documents, earlier),
    changed: added.length,
    removed: before.length - kept - replaced.length,
  };
}
