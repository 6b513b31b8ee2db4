import { relative, resolve, sep } from 'node:path';
import type { SpooledDocument } from './spooled-document.ts';

/**
 * Separates what a source no longer has from the rest: documents that came from one of the files read
 * now, or from a file that has gone from a folder read now, and were not found again.
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
  const isGone = ({ origin, at }: SpooledDocument) =>
    origin !== null && !found.has(at) && roots.some((root) => isWithin(resolve(origin.file), root));
  return {
    kept: documents.filter((document) => !isGone(document)),
    gone: documents.filter(isGone),
  };
}

const isWithin = (path: string, root: string): boolean => {
  const [first] = relative(root, path).split(sep);
  return first !== '..';
};
