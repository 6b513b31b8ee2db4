import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file to be written; null for one that must not be there. */
export type NewFile = { path: string; content: string | Uint8Array | AsyncIterable<string> | null };

/**
 * Writes files whole or not at all: under other names in the same folder first, made durable, and
 * renamed when all of them are there, the last one first: what tells of another file comes after it.
 * Missing folders are made.
 * @throws what the file system throws; then none of the files has changed
 */
export async function writeAtomically(files: readonly NewFile[]): Promise<void> {
  const written = files.flatMap(({ path, content }) =>
    content === null ? [] : [{ path, content, draft: draftOf(path) }],
  );
  try {
    for (const { draft, content } of written) {
      await mkdir(dirname(draft), { recursive: true });
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
