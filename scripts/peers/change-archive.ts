import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openThreadedArchive } from '../../src/search/minisearch/thread/threaded-archive.ts';
import type { PeerDocument } from './peer.ts';
import { toDocument } from './to-document.ts';

/** Half of the changes say something else, a quarter is new, and a quarter is gone. */
const CHANGES = 1000;
const WORD = 'quernstone';

/**
 * Opens an archive as the bot does, and writes its corpus anew with 1,000 changes.
 * @returns the milliseconds from when it is told until they are found
 */
export async function changeArchive(entries: readonly PeerDocument[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const path = join(folder, 'corpus.jsonl');
  const line = (entry: PeerDocument) =>
    `${JSON.stringify({ ...toDocument(entry), collection: 'Made up' })}\n`;
  await writeFile(path, entries.map(line).join(''));
  const given = { corpus: [path], names: undefined, snapshot: undefined };
  const archive = await openThreadedArchive(given, () => {});
  const query = { text: WORD, filter: {}, sort: 'relevance', offset: 0, limit: 10 } as const;
  // The first question of all waits for dictionaries.
  await archive.archive.search(query);
  const step = Math.ceil((entries.length * 4) / (CHANGES * 3));
  const kept = entries.flatMap((entry, i) => {
    if (i % step !== 0) return entry;
    return i % (3 * step) === 0 ? [] : { ...entry, text: `${entry.text} ${WORD}` };
  });
  const added = entries
    .slice(0, CHANGES / 4)
    .map((entry) => ({ ...entry, id: `new-${entry.id}`, title: `${entry.title} ${WORD}` }));
  await writeFile(path, [...kept, ...added].map(line).join(''));
  const start = performance.now();
  const changed = await archive.reload();
  const found = await changed?.archive.search(query);
  const took = performance.now() - start;
  await archive.close();
  await rm(folder, { recursive: true });
  if (!found?.total) throw new Error('the changes are not found');
  return took;
}
