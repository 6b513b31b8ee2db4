import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const CODE = ['src/data', 'src/search'];
const PACKAGES = 'package.json';

/**
 * A digest of all that decides how documents are indexed: the code with its settings, the packages
 * that it may use, and Node, whose Unicode tables tell letters from other signs.
 * @throws what the file system throws
 */
export async function engineDigest(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  hash.update(await readFile(join(ROOT, PACKAGES)));
  for (const folder of CODE) {
    const found = await readdir(join(ROOT, folder), { recursive: true });
    for (const name of found.filter((one) => one.endsWith('.ts')).sort()) {
      hash.update(`\0${name}\0`).update(await readFile(join(ROOT, folder, name)));
    }
  }
  return hash.digest('hex');
}
