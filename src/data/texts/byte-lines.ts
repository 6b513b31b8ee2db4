import { createReadStream } from 'node:fs';

/** A line that isn't blank: its number, counted from 1, its first byte in the file, and its bytes. */
export type ByteLine = { number: number; at: number; bytes: Buffer };

/** So many bytes are read at once. */
const CHUNK = 2 ** 20;
const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/**
 * The lines of a UTF-8 file that aren't blank, as bytes, so that each can be found again by its place;
 * a byte order mark is left out. Only line feeds end a line.
 * @param seen is given the file's bytes as they go by
 * @throws where the file can't be read
 */
export async function* readByteLines(
  path: string,
  seen: (bytes: Buffer) => void = () => undefined,
): AsyncGenerator<ByteLine> {
  let number = 0;
  /** The first byte of what is in work, in the file. */
  let at = 0;
  let begun: Buffer[] = [];
  const lineOf = (bytes: Buffer): ByteLine | undefined => {
    number += 1;
    const isMarked = at === 0 && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK);
    const line = isMarked ? bytes.subarray(3) : bytes;
    const found = { number, at: isMarked ? 3 : at, bytes: line };
    at += bytes.length + 1;
    return isBlank(line) ? undefined : found;
  };
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    const bytes: Buffer = chunk;
    seen(bytes);
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      const line = lineOf(Buffer.concat([...begun, bytes.subarray(start, end)]));
      begun = [];
      start = end + 1;
      if (line) yield line;
    }
    if (start < bytes.length) begun.push(bytes.subarray(start));
  }
  const last = begun.length > 0 ? lineOf(Buffer.concat(begun)) : undefined;
  if (last) yield last;
}

const isBlank = (bytes: Buffer): boolean => bytes[0] !== 0x7b && bytes.toString().trim() === '';
