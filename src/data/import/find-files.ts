import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { unreadable } from '../corpus/problem.ts';
import { STANDARD_INPUT } from './open-source.ts';
import type { Reject } from './report.ts';

/** The files named, and those in the folders named: sorted within each, hidden ones left out. */
export async function findFiles(
  paths: readonly string[],
): Promise<{ files: string[]; rejects: Reject[] }> {
  const files = new Map<string, string>();
  const rejects: Reject[] = [];
  for (const path of paths) {
    if (path === STANDARD_INPUT) {
      files.set(path, path);
      continue;
    }
    try {
      const found = await stat(path);
      // A pipe or a device has no end that can be waited for.
      if (!found.isDirectory() && !found.isFile()) {
        rejects.push({ file: path, line: null, reason: 'is neither a file nor a folder' });
        continue;
      }
      for (const file of found.isFile() ? [path] : await filesIn(path)) {
        files.set(resolve(file), file);
      }
    } catch (error) {
      rejects.push({ file: path, line: null, reason: unreadable(error) });
    }
  }
  return { files: [...files.values()], rejects };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !relative(folder, file).split(sep).some(isHidden))
    .sort();
}

const isHidden = (name: string): boolean => name.startsWith('.') && name !== '..';
