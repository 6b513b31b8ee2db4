import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCorpus } from '../../src/data/corpus/corpus.ts';
import { textsBesideTitle } from '../../src/search/text/searched-text.ts';
import type { PeerDocument } from '../peers/peer.ts';

/**
 * The documents of a corpus of ours, as test collections have them.
 * @param path a JSON Lines file, or a folder of them
 * @throws CorpusError if one can't be read
 */
export async function readOwnCorpus(path: string): Promise<PeerDocument[]> {
  const isFolder = (await stat(path)).isDirectory();
  const files = isFolder
    ? (await readdir(path))
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => join(path, name))
    : [path];
  const { documents } = await loadCorpus(files.sort());
  return documents.map((document) => ({
    id: document.id,
    title: document.title,
    text: textsBesideTitle(document).join('\n'),
  }));
}
