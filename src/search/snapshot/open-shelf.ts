import { readFile } from 'node:fs/promises';
import { writeWhole } from '../../data/write-whole.ts';
import type { Name } from '../names/authority.ts';
import { fillShelf, type Indexed, indexDocuments, inPlaces, type Shelf } from '../shelf.ts';
import { engineDigest } from './engine-digest.ts';
import { loadCorpusAgain } from './load-corpus-again.ts';
import { type Origin, packSnapshot, unpackSnapshot } from './snapshot.ts';

/** What a shelf is filled from. */
export type Sources = {
  /** JSON Lines files. */
  corpus: readonly string[];
  names: readonly Name[];
  /** A file that keeps the index from one start to the next; undefined for none. */
  snapshot: string | undefined;
};

/** A filled shelf, and the snapshot to be written where there was none of just this corpus. */
type Opened = { shelf: Shelf; unsaved: { write(): Promise<void> } | undefined };

/**
 * Reads the corpus, and its index from the snapshot where that was made from just this corpus by just
 * this engine. Otherwise the corpus is indexed.
 * @throws CorpusError where the corpus can't be read
 */
export async function openShelf({ corpus, names, snapshot }: Sources): Promise<Opened> {
  const { documents, digest, isPlain } = await loadCorpusAgain(corpus, snapshot);
  const placed = inPlaces(documents);
  const origin = { corpus: digest, engine: await engineDigest(), isPlain };
  const kept = snapshot === undefined ? undefined : await readSnapshot(snapshot, origin);
  const indexed = kept ?? indexDocuments(placed);
  const shelf = fillShelf(placed, indexed, names);
  if (kept || snapshot === undefined) return { shelf, unsaved: undefined };
  const write = () => writeWhole([{ path: snapshot, content: packSnapshot(indexed, origin) }]);
  return { shelf, unsaved: { write } };
}

/** A snapshot that can't be read is none. */
async function readSnapshot(path: string, origin: Origin): Promise<Indexed | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && unpackSnapshot(bytes, origin);
}
