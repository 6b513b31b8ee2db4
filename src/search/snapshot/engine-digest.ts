import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const CODE = ['src/data', 'src/search'];
/** What is asked for, and what npm notes that it has installed; other installers note elsewhere. */
const PACKAGES = ['package.json', 'node_modules/.package-lock.json'];

/**
 * A digest of all that decides how documents are indexed: the code with its settings, the packages
 * that it uses, and Node, whose Unicode tables tell letters from other signs.
 * @throws what the file system throws
 */
export function engineDigest(): Promise<string> {
  digest ??= digestOfCode();
  return digest;
}

/** Of the code that runs: what changes on the disk meanwhile runs only after the next start. */
let digest: Promise<string> | undefined;

async function digestOfCode(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const name of PACKAGES) {
    hash.update(await readFile(join(ROOT, name)).catch(() => ''));
  }
  for (const folder of CODE) {
    const found = await readdir(join(ROOT, folder), { recursive: true });
    for (const name of found.filter((one) => one.endsWith('.ts')).sort()) {
      hash.update(`\0${name}\0`).update(await readFile(join(ROOT, folder, name)));
    }
  }
  return hash.digest('hex');
}
