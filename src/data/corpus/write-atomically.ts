import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../make-folder.ts';

/** A file to be written; null for one that must not be there. */
export type NewFile = { path: string; content: string | Uint8Array | AsyncIterable<string> | null };

/**
 * Writes files whole or not at all: under other names in the same folder first, made durable, and
 * renamed when all of them are there, the last one first: what tells of another file comes after it.
 * Missing folders are made, and drafts removed that a process left which was killed.
 * @throws what the file system throws; then none of the files has changed
 */
export async function writeAtomically(files: readonly NewFile[]): Promise<void> {
  const written = files.flatMap(({ path, content }) =>
    content === null ? [] : [{ path, content, draft: draftOf(path) }],
  );
  try {
    for (const { path, draft, content } of written) {
      makeFolder(dirname(draft));
      await removeAbandoned(path);
      await using file = await open(draft, 'wx');
      await file.writeFile(isTexts(content) ? batches(content) : content);
      await file.sync();
    }
    for (const { draft, path } of written.toReversed()) await rename(draft, path);
    for (const { path, content } of files) if (content === null) await rm(path, { force: true });
  } finally {
    await Promise.all(written.map(({ draft }) => rm(draft, { force: true })));
  }
}

const isTexts = (content: object | string): content is AsyncIterable<string> =>
  typeof content === 'object' && Symbol.asyncIterator in content;

/** In characters. */
const BATCH = 1 << 20;

/** Many small texts as fewer larger ones. */
async function* batches(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let batch = '';
  for await (const text of texts) {
    batch += text;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = '';
  }
  yield batch;
}

/** The name under which a file is written before it takes its place. */
export const draftOf = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${process.pid}.draft`);

/** Removes what processes that are gone have left of a file that they couldn't finish. */
export async function removeAbandoned(path: string): Promise<void> {
  const folder = dirname(path);
  const [begin, end] = [`.${basename(path)}.`, '.draft'];
  for (const name of await readdir(folder)) {
    if (!name.startsWith(begin) || !name.endsWith(end)) continue;
    const writer = Number(name.slice(begin.length, -end.length));
    if (writer > 0 && !isRunning(writer)) await rm(join(folder, name), { force: true });
  }
}

function isRunning(writer: number): boolean {
  try {
    process.kill(writer, 0);
    return true;
  } catch (error) {
    // Somebody else's process can't be signalled, and runs.
    return error instanceof Error && 'code' in error && error.code !== 'ESRCH';
  }
}
