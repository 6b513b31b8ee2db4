import { SourceError, type SourceFile } from './format.ts';

/**
 * The bytes of a source as a whole.
 * @throws SourceError for more bytes than these
 */
export async function wholeBytes(source: SourceFile, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of source.bytes()) {
    pieces.push(piece);
    size += piece.length;
    if (size > most) throw new SourceError(`has more than ${most} bytes`);
  }
  return Buffer.concat(pieces);
}
