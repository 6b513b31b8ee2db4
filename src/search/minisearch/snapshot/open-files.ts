import { readFile } from 'node:fs/promises';
import { type Known, NEW } from '../../../data/corpus/check-lines.ts';
import { type RecordedCorpus, readCorpus } from '../../../data/corpus/corpus.ts';
import { writeAtomically } from '../../../data/corpus/write-atomically.ts';
import { type IndexData, indexDocuments } from '../index/index-documents.ts';
import { knownFrom, knownIn } from './known.ts';
import { settingsDigest } from './settings-digest.ts';
import { packSnapshot, unpackSnapshot } from './snapshot.ts';

/** What an archive is made from. */
export type Sources = {
  /** JSON Lines files. */
  corpus: readonly string[];
  /** A file that keeps the index from one start to the next; undefined for none. */
  snapshot: string | undefined;
};

/** A corpus and its index. */
export type Opened = { corpus: RecordedCorpus; data: IndexData };

/** What was opened, and the snapshot to be written where there was none of just this corpus. */
export type Started = Opened & { unsaved: { write(): Promise<void> } | undefined };

/** More new documents than this take longer than a question may wait. */
const MOST_NEW = 5000;

/**
 * Reads the corpus, and its index from the snapshot where that was made from just this corpus with just
 * these settings. From the snapshot of another corpus it takes the documents that are the same, and
 * indexes the others; without one, or where it can't be read, all of them.
 * @throws CorpusError where the corpus can't be read
 */
export async function openFiles({ corpus: paths, snapshot }: Sources): Promise<Started> {
  const settings = settingsDigest();
  const bytes =
    snapshot === undefined ? undefined : await readFile(snapshot).catch(() => undefined);
  const kept = bytes && unpackSnapshot(bytes, settings);
  const corpus = await readCorpus(paths, (digest) => kept && knownFrom(kept, digest));
  const { digest, records, origins, isCanonical } = corpus;
  const { positions } = records;
  if (kept?.corpus === digest) return { corpus, data: kept.data, unsaved: undefined };
  const data = indexDocuments(records, kept && { data: kept.data, origins });
  if (snapshot === undefined) return { corpus, data, unsaved: undefined };
  const write = () => {
    const content = packSnapshot({ corpus: digest, isCanonical, positions, data }, settings);
    return writeAtomically([{ path: snapshot, content }]);
  };
  return { corpus, data, unsaved: { write } };
}

/** What a change of the corpus changed. */
export type Reopened = Opened & {
  /** Documents that are new or say something else than before. */
  changed: number;
  removed: number;
};

/**
 * Reads a corpus that has changed, and indexes what is new in it.
 * @returns undefined where so much is new that it had better be opened beside the old one
 * @throws CorpusError where the corpus can't be read
 */
export async function reopenFiles(
  { corpus: paths }: Pick<Sources, 'corpus'>,
  { corpus: before, data }: Opened,
): Promise<Reopened | undefined> {
  const known = knownIn(before.records);
  let unknown = 0;
  const knownOrCounted: Known = (line, at) => {
    const ordinal = known(line, at);
    if (ordinal === undefined) unknown += 1;
    if (unknown > MOST_NEW) throw TOO_MANY;
    return ordinal;
  };
  try {
    const corpus = await readCorpus(paths, () => knownOrCounted);
    const { records, origins } = corpus;
    const changed = origins.filter((origin) => origin === NEW).length;
    const lost = before.records.length - (records.length - changed);
    const replaced = origins.reduce(
      (sum, origin, ordinal) =>
        sum +
        Number(origin === NEW && before.records.ordinalOf(records.idAt(ordinal)) !== undefined),
      0,
    );
    return {
      corpus,
      data: indexDocuments(records, { data, origins }),
      changed,
      removed: lost - replaced,
    };
  } catch (error) {
    if (error === TOO_MANY) return undefined;
    throw error;
  }
}

const TOO_MANY = new Error('too many new documents');
