import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** The same for files with the same bytes. */
export async function digestFiles(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest('hex');
}
