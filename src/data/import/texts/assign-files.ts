import { basename, dirname, relative } from 'node:path';
import type { DocumentNames } from './document-names.ts';

/** The files that a document's text is read from, in their order, and those of no document. */
export type AssignedFiles = {
  /** By the documents' ids. */
  files: ReadonlyMap<string, readonly string[]>;
  refused: readonly { file: string; reason: string }[];
};

const NO_DOCUMENT = 'is named for no document: neither its id nor one of its identifiers';

/**
 * Finds for which documents files are named: by their path within the folder, or by its last part. A
 * folder named for a document has its pages, a file each, in the order of their names. Where several
 * files could be a document's text, none is taken.
 */
export function assignFiles(
  folder: string,
  files: readonly string[],
  names: DocumentNames,
): AssignedFiles {
  const refused: { file: string; reason: string }[] = [];
  const whole: { id: string; file: string }[] = [];
  const parts: { id: string; file: string }[] = [];
  for (const file of files) {
    const path = withoutEnding(relative(folder, file));
    const inside = dirname(path);
    const found = firstFitting(names, [path, withoutEnding(path)]);
    const around = found ? null : firstFitting(names, [inside, basename(inside)]);
    const own =
      found ?? around ?? firstFitting(names, [basename(path), basename(withoutEnding(path))]);
    const [id, ...others] = own ?? [];
    if (id === undefined) refused.push({ file, reason: NO_DOCUMENT });
    else if (others.length > 0) {
      refused.push({ file, reason: `is named for several documents: ${own?.join(', ')}` });
    } else (around ? parts : whole).push({ id, file });
  }
  const assigned = new Map<string, readonly string[]>();
  const wholeById = Map.groupBy(whole, ({ id }) => id);
  const partsById = Map.groupBy(parts, ({ id }) => id);
  for (const id of new Set([...wholeById.keys(), ...partsById.keys()])) {
    const [first, ...more] = (wholeById.get(id) ?? []).map(({ file }) => file);
    const pages = (partsById.get(id) ?? []).map(({ file }) => file).toSorted(byNumber);
    if (first === undefined) assigned.set(id, pages);
    else if (more.length + pages.length === 0) assigned.set(id, [first]);
    else {
      const reason = `is one of several files for document ${id}; leave one of them`;
      refused.push(...[first, ...more, ...pages].map((file) => ({ file, reason })));
    }
  }
  return { files: assigned, refused };
}

/** What the first of the names means that means anything; null if none does. */
function firstFitting(names: DocumentNames, paths: readonly string[]): readonly string[] | null {
  return paths.map((path) => names.find(path)).find((ids) => ids.length > 0) ?? null;
}

const withoutEnding = (path: string): string => path.replace(/\.[A-Za-z]\w{0,9}$/, '');

/** `page-9` before `page-10`. */
const byNumber = new Intl.Collator('en', { numeric: true }).compare;
