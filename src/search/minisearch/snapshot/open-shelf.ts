import { readFile } from 'node:fs/promises';
import type { Corpus } from '../../../data/corpus/corpus.ts';
import { writeAtomically } from '../../../data/corpus/write-atomically.ts';
import type { Name } from '../names/authority.ts';
import { fillShelf, indexDocuments, inPlaces, type Shelf } from '../shelf.ts';
import { loadCorpusAgain } from './load-corpus-again.ts';
import { settingsDigest } from './settings-digest.ts';
import { packSnapshot, unpackSnapshot } from './snapshot.ts';

/** What a shelf is filled from. */
export type Sources = {
  /** JSON Lines files. */
  corpus: readonly string[];
  names: readonly Name[];
  /** A file that keeps the index from one start to the next; undefined for none. */
  snapshot: string | undefined;
};

/** A corpus, its filled shelf, and the snapshot to be written where there was none of just this corpus. */
type Opened = { corpus: Corpus; shelf: Shelf; unsaved: { write(): Promise<void> } | undefined };

/**
 * Reads the corpus, and its index from the snapshot where that was made from just this corpus with just
 * these settings. Otherwise, also where the snapshot can't be read, the corpus is indexed.
 * @throws CorpusError where the corpus can't be read
 */
export async function openShelf({ corpus: paths, names, snapshot }: Sources): Promise<Opened> {
  const [corpus, bytes] = await Promise.all([
    loadCorpusAgain(paths, snapshot),
    snapshot === undefined ? undefined : readFile(snapshot).catch(() => undefined),
  ]);
  const { documents, digest, isCanonical } = corpus;
  const origin = { corpus: digest, settings: settingsDigest() };
  const kept = bytes && unpackSnapshot(bytes, origin);
  const placed = inPlaces(documents);
  const indexed = kept ?? indexDocuments(placed);
  const shelf = fillShelf(placed, indexed, names);
  if (kept || snapshot === undefined) return { corpus, shelf, unsaved: undefined };
  const write = () =>
    writeAtomically([{ path: snapshot, content: packSnapshot(indexed, origin, isCanonical) }]);
  return { corpus, shelf, unsaved: { write } };
}
