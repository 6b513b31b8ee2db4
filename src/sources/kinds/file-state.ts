import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { textsPath } from '../../data/texts/page.ts';

/** By which it is told whether a file has changed since it was read. */
export const FileState = z.object({
  size: z.number(),
  /** Zero if it was written so shortly before that it could have changed within the same moment. */
  mtimeMs: z.number(),
  /** Of its bytes, and of the texts beside it if it is a corpus. */
  sha256: z.string(),
});
export type FileState = z.infer<typeof FileState>;

/** As long as a file system may give two changes the same time. */
const MOMENT_MS = 2000;

/**
 * A file's state. Its bytes are read only if size or time differ from the last state.
 * @throws what the file system throws
 */
export async function fileState(
  file: string,
  before: FileState | undefined,
  now: number,
): Promise<FileState> {
  const parts = [file, ...(file.endsWith('.jsonl') ? [textsPath(file)] : [])].filter((part) =>
    existsSync(part),
  );
  const found = await Promise.all((parts.length > 0 ? parts : [file]).map((part) => stat(part)));
  const size = found.reduce((sum, one) => sum + one.size, 0);
  const changed = Math.max(...found.map((one) => one.mtimeMs));
  const mtimeMs = changed > now - MOMENT_MS ? 0 : changed;
  if (before && before.size === size && before.mtimeMs === mtimeMs && mtimeMs > 0) return before;
  const hash = createHash('sha256');
  for (const part of parts) for await (const piece of createReadStream(part)) hash.update(piece);
  return { size, mtimeMs, sha256: hash.digest('hex') };
}
