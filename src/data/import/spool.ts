import { type FileHandle, open, rm } from 'node:fs/promises';

/** Where a text lies in a spool: its first byte, and how many. */
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
  const gathered = Buffer.allocUnsafe(WINDOW);
  let filled = 0;
  let written = 0;
  let window = Buffer.allocUnsafe(WINDOW);
  let windowAt = 0;
  let windowEnd = 0;
  const write = async (bytes: Buffer) => {
    await file.writeFile(bytes);
    written += bytes.length;
  };
  const flush = async () => {
    const bytes = gathered.subarray(0, filled);
    filled = 0;
    if (bytes.length > 0) await write(bytes);
  };
  return {
    async add(text) {
      const length = Buffer.byteLength(text);
      if (filled + length > WINDOW) await flush();
      const at = written + filled;
      if (length > WINDOW) await write(Buffer.from(text));
      else filled += gathered.write(text, filled);
      return { at, length };
    },
    async read({ at, length }) {
      if (at + length > written) await flush();
      if (at < windowAt || at + length > windowEnd) {
        if (length > window.length) window = Buffer.allocUnsafe(length);
        const { bytesRead } = await file.read(window, 0, window.length, at);
        windowAt = at;
        windowEnd = at + bytesRead;
      }
      return window.toString('utf8', at - windowAt, at - windowAt + length);
    },
    async [Symbol.asyncDispose]() {
      await file.close();
      await rm(path, { force: true });
    },
  };
}
