import { open } from 'node:fs/promises';
import { type Corpus, loadCorpus } from '../../../data/corpus/corpus.ts';
import { settingsDigest } from './settings-digest.ts';
import { HEAD, isOfPlain } from './snapshot.ts';

/**
 * Reads a corpus; one that a snapshot was made from is not checked again, which takes most of the
 * time.
 * @param snapshot path of the file, which need not be there; undefined for none
 * @throws CorpusError where it can't be read
 */
export async function loadCorpusAgain(
  paths: readonly string[],
  snapshot: string | undefined,
): Promise<Corpus> {
  const head = snapshot === undefined ? undefined : await readHead(snapshot);
  if (!head) return loadCorpus(paths);
  const settings = settingsDigest();
  return loadCorpus(paths, (corpus) => isOfPlain(head, { corpus, settings }));
}

async function readHead(path: string): Promise<Uint8Array | undefined> {
  try {
    await using file = await open(path);
    const { buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD);
    return buffer;
  } catch {
    return undefined;
  }
}
