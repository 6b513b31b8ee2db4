import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SourceFile } from './format.ts';
import { sourceFrom } from './source-file.ts';

/** The name that means standard input. */
export const STANDARD_INPUT = '-';

/**
 * Opens a file, or standard input, which is saved first so that it can be read several times.
 * @param folder for what is saved
 * @param encoding if a person has named it
 * @throws what the file system throws
 */
export async function openSource(
  name: string,
  folder: string,
  encoding: string | null = null,
  input: Readable = process.stdin,
): Promise<SourceFile> {
  if (name !== STANDARD_INPUT) return sourceFrom(name, () => createReadStream(name), encoding);
  const path = join(folder, 'standard-input');
  await pipeline(input, createWriteStream(path));
  return sourceFrom(name, () => createReadStream(path), encoding);
}
