import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file to be written. */
export type NewFile = { path: string; text: string };

/**
 * Writes files whole or not at all: under other names in the same folder first, made durable, and
 * renamed when all of them are there. Missing folders are made.
 * @throws what the file system throws; then none of the files has changed
 */
export async function writeWhole(files: readonly NewFile[]): Promise<void> {
  const drafts = files.map(({ path, text }) => ({ path, text, draft: draftOf(path) }));
  try {
    for (const { draft, text } of drafts) {
      await mkdir(dirname(draft), { recursive: true });
      await using file = await open(draft, 'wx');
      await file.writeFile(text);
      await file.sync();
    }
    for (const { draft, path } of drafts) await rename(draft, path);
  } finally {
    await Promise.all(drafts.map(({ draft }) => rm(draft, { force: true })));
  }
}

const draftOf = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${process.pid}.draft`);
