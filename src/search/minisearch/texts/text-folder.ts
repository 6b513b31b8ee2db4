import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isMostlyGone, type Made, readMade } from './build-texts.ts';

/**
 * Databases of texts, each named for the corpora whose texts it holds and for what it was made of, and
 * never changed once it is there. Those of other corpora belong to another process.
 */
const namesOf = (corpus: readonly string[]) => {
  const own = digest(corpus.map((path) => resolve(path)).join('\n')).slice(0, 8);
  const database = `texts-${own}-[0-9a-f]{16}\\.db`;
  return {
    own,
    isDatabase: (name: string) => new RegExp(`^${database}$`).test(name),
    isDraft: (name: string) => new RegExp(`^\\.${database}\\..*\\.draft$`).test(name),
  };
};
/** A draft that nothing has been written to for so long was left by a process that was killed. */
const LEFT_AFTER_MS = 60 * 60 * 1000;

/** Where in a folder the database of just these texts stands, or will. */
export const placeIn = (
  folder: string,
  corpus: readonly string[],
  { settings, sources }: Made,
): string =>
  join(folder, `texts-${namesOf(corpus).own}-${digest(`${settings}\n${sources}`).slice(0, 16)}.db`);

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

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

/**
 * A database in the folder that was made the same way, of other texts of the same corpora perhaps; none
 * where copying it would carry on more that is gone than there is.
 */
export async function findEarlier(
  folder: string,
  corpus: readonly string[],
  settings: string,
): Promise<string | undefined> {
  const { isDatabase } = namesOf(corpus);
  const files = await readdir(folder).catch(() => []);
  return files
    .filter(isDatabase)
    .map((name) => join(folder, name))
    .find((path) => readMade(path)?.settings === settings && isMostlyGone(path) === false);
}

/**
 * Removes the databases that another has taken the place of, and what was left half-written. What can't
 * be removed stays until the next time.
 */
export async function removeOthers(
  current: string,
  folder: string,
  corpus: readonly string[],
): Promise<void> {
  const { isDatabase, isDraft } = namesOf(corpus);
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    if (path === current) continue;
    if (isDatabase(name) || (isDraft(name) && (await isLeft(path))))
      await rm(path, { force: true }).catch(() => {});
  }
}

async function isLeft(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > LEFT_AFTER_MS;
}
