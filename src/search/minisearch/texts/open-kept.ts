import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../../data/make-folder.ts';
import type { BuildTask } from './build-task.ts';
import { readMade } from './build-texts.ts';
import { openTextDatabase, type TextDatabase } from './schema.ts';
import { draftOf, findEarlier, placeIn, publish, removeOthers } from './text-folder.ts';
import { findTextSources } from './text-sources.ts';
import { textsDigest } from './texts-digest.ts';

/** Of which corpora texts are kept, and beside what. */
type Kept = { corpus: readonly string[]; snapshot: string | undefined };

/**
 * Opens the database of texts that is kept beside the snapshot, making it first if it isn't there. If
 * nothing can be kept, it is made in a temporary folder, and gone when it is closed.
 * @param signature of the texts as they are now
 * @param warn is told why nothing can be kept
 */
export async function openKept(
  { corpus, snapshot }: Kept,
  signature: string,
  build: (task: BuildTask) => Promise<void>,
  warn: (error: Error) => void,
): Promise<TextDatabase> {
  const made = { settings: textsDigest(), sources: signature };
  const folder = snapshot === undefined ? undefined : await writableFolder(dirname(snapshot), warn);
  if (folder === undefined)
    return openTemporary((path) => build({ path, corpus, made, earlier: undefined }));
  const path = placeIn(folder, corpus, made);
  if (readMade(path) === undefined) {
    const draft = draftOf(path);
    try {
      const earlier = await findEarlier(folder, corpus, made.settings);
      await build({ path: draft, corpus, made, earlier });
      await publish(draft, path);
    } finally {
      await rm(draft, { force: true });
    }
  }
  const database = openTextDatabase(path);
  // Where they have changed meanwhile, a newer one may be there.
  if ((await findTextSources(corpus))?.signature === signature)
    await removeOthers(path, folder, corpus);
  return database;
}

/** Makes a folder if it isn't there; undefined where nothing can be written into it. */
async function writableFolder(
  folder: string,
  warn: (error: Error) => void,
): Promise<string | undefined> {
  const probe = draftOf(join(folder, 'probe'));
  try {
    makeFolder(folder);
    await writeFile(probe, '');
    await rm(probe, { force: true });
    return folder;
  } catch (error) {
    warn(error as Error);
    return undefined;
  }
}

/** A file that is open stays for whoever has it open, though its folder is gone. */
async function openTemporary(build: (path: string) => Promise<void>): Promise<TextDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'reading-room-texts-'));
  try {
    const path = join(folder, 'texts.db');
    await build(path);
    return openTextDatabase(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
