import { existsSync } from 'node:fs';
import { join } from 'node:path';

const BESIDE_THE_PROJECT = join(import.meta.dirname, '../../../shared');

/**
 * Data that some tests measure against and that the project doesn't ship. Where it is absent, the
 * reason for skipping is printed.
 */
export function referenceData(name: string): { path: string; isHere: boolean } {
  const path = join(BESIDE_THE_PROJECT, name);
  const isHere = existsSync(path);
  if (!isHere)
    process.stderr.write(`Skipped: the reference data ${name} is not on this machine.\n`);
  return { path, isHere };
}
