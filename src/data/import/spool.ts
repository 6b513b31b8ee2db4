import { type FileHandle, open, rm } from 'node:fs/promises';

/** Where a text lies in a spool: its first byte, and how many. */
export type Place = { at: number; length: number };

/** Texts put aside in a file, for more of them than memory holds. */
export type Spool = AsyncDisposable & {
  add(text: string): Promise<Place>;
  read(place: Place): Promise<string>;
};

/** What is gathered before it is written, in characters. */
const BATCH = 1 << 20;

/** @param path of the file, which is made, and removed in the end */
export async function openSpool(path: string): Promise<Spool> {
  const file: FileHandle = await open(path, 'wx+');
  let batch: string[] = [];
  let gathered = 0;
  let end = 0;
  const flush = async () => {
    if (batch.length === 0) return;
    const text = batch.join('');
    batch = [];
    gathered = 0;
    await file.writeFile(text);
  };
  return {
    async add(text) {
      const place = { at: end, length: Buffer.byteLength(text) };
      end += place.length;
      batch.push(text);
      gathered += text.length;
      if (gathered > BATCH) await flush();
      return place;
    },
    async read({ at, length }) {
      await flush();
      const bytes = Buffer.allocUnsafe(length);
      await file.read(bytes, 0, length, at);
      return bytes.toString('utf8');
    },
    async [Symbol.asyncDispose]() {
      await file.close();
      await rm(path, { force: true });
    },
  };
}
