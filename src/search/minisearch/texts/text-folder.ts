import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Made, readMade } from './build-texts.ts';

/** Databases of texts, each named for what it was made of, and never changed once it is there. */
const NAME = /^texts-[0-9a-f]{16}\.db$/;
const DRAFT = /^\.texts-[0-9a-f]{16}\.db\..*\.draft$/;
/** A draft that nothing has been written to for so long was left by a process that was killed. */
const LEFT_AFTER_MS = 60 * 60 * 1000;

/** Where in a folder the database of just these texts stands, or will. */
export function placeIn(folder: string, { settings, sources }: Made): string {
  const digest = createHash('sha256').update(`${settings}\n${sources}`).digest('hex');
  return join(folder, `texts-${digest.slice(0, 16)}.db`);
}

/**
 * A name under which a database is written before it takes its place: always another one, because in a
 * container each process has the number of the one before, which may have been killed.
 */
export const draftOf = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomUUID()}.draft`);

/** Puts a database that is whole in its place. */
export async function publish(draft: string, path: string): Promise<void> {
  await using file = await open(draft, 'r+');
  await file.sync();
  await rename(draft, path);
}

/** A database in the folder that was made the same way, from other texts perhaps. */
export async function findEarlier(folder: string, settings: string): Promise<string | undefined> {
  const files = await readdir(folder).catch(() => []);
  return files
    .filter((name) => NAME.test(name))
    .map((name) => join(folder, name))
    .find((path) => readMade(path)?.settings === settings);
}

/** Removes the databases that another has taken the place of, and what was left half-written. */
export async function removeOthers(current: string, folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    if (path === current) continue;
    if (NAME.test(name) || (DRAFT.test(name) && (await isLeft(path))))
      await rm(path, { force: true });
  }
}

async function isLeft(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > LEFT_AFTER_MS;
}
