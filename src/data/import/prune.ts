import { relative, resolve, sep } from 'node:path';
import { isFollowed, originsOf, withOrigins } from './origins.ts';
import type { Origin, SpooledDocument } from './spooled-document.ts';

/**
 * Separates what a source no longer has from the rest: documents that came from one of the files read
 * now, or from a file that has gone from a folder read now, and were not found again. What a source that is followed holds stays.
 * @param documents the corpus after the import
 * @param read what was found now
 * @param paths the files and folders that were named
 */
export function prune(
  documents: readonly SpooledDocument[],
  read: readonly SpooledDocument[],
  paths: readonly string[],
): { kept: readonly SpooledDocument[]; gone: readonly SpooledDocument[] } {
  const found = new Set(read.map(({ at }) => at));
  const roots = paths.map((path) => resolve(path));
  const isGone = (origin: Origin) =>
    !isFollowed(origin) && roots.some((root) => isWithin(resolve(origin.file), root));
  const kept: SpooledDocument[] = [];
  const gone: SpooledDocument[] = [];
  for (const document of documents) {
    const origins = originsOf(document);
    const remaining = found.has(document.at) ? origins : origins.filter((one) => !isGone(one));
    if (remaining.length === origins.length) kept.push(document);
    else if (remaining.length > 0) kept.push(withOrigins(document, remaining));
    else gone.push(document);
  }
  return { kept, gone };
}

const isWithin = (path: string, root: string): boolean => {
  const [first] = relative(root, path).split(sep);
  return first !== '..';
};
