import { type FileHandle, open, rm } from 'node:fs/promises';

/** Where a text lies in a file: its first byte, and how many. */
export type SpoolRange = { at: number; length: number };

/** Texts kept in a temporary file, for more of them than memory holds. */
export type Spool = AsyncDisposable & {
  add(text: string): Promise<SpoolRange>;
  read(range: SpoolRange): Promise<string>;
};

/** What is written and read at once, in bytes: most texts are read in the order they were added. */
const WINDOW = 256 * 1024;

/** @param path of the file, which is made, and removed in the end */
export async function openSpool(path: string): Promise<Spool> {
  const file: FileHandle = await open(path, 'wx+');
  const reading = readRanges(file);
  let gathered: string[] = [];
  let filled = 0;
  let written = 0;
  const flush = async () => {
    const bytes = Buffer.from(gathered.join(''));
    gathered = [];
    filled = 0;
    if (bytes.length > 0) await file.writeFile(bytes);
    written += bytes.length;
  };
  return {
    async add(text) {
      const length = Buffer.byteLength(text);
      if (filled + length > WINDOW) await flush();
      const at = written + filled;
      gathered.push(text);
      filled += length;
      return { at, length };
    },
    async read(range) {
      if (range.at + range.length > written) await flush();
      return await reading.read(range, written);
    },
    async [Symbol.asyncDispose]() {
      await file.close();
      await rm(path, { force: true });
    },
  };
}

/** Reads ranges of a file, and with each what follows it. */
export function readRanges(file: FileHandle) {
  let window = Buffer.alloc(0);
  let windowAt = 0;
  let windowEnd = 0;
  return {
    /** @param end of what the file holds, in bytes */
    async read({ at, length }: SpoolRange, end = Number.POSITIVE_INFINITY): Promise<string> {
      if (at < windowAt || at + length > windowEnd) {
        const size = Math.max(length, Math.min(WINDOW, end - at));
        if (size > window.length) window = Buffer.allocUnsafe(size);
        const { bytesRead } = await file.read(window, 0, window.length, at);
        windowAt = at;
        windowEnd = at + bytesRead;
      }
      return window.toString('utf8', at - windowAt, at - windowAt + length);
    },
  };
}
