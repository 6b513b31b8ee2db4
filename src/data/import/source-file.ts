import { Readable } from 'node:stream';
import { decodeBeginning, decodePieces } from './encoding/decode-text.ts';
import { encodingOf } from './encoding/encoding.ts';
import type { SourceFile } from './format.ts';

/** How much of a source tells its format, in bytes. */
const SAMPLE = 64 * 1024;

/**
 * A source from where its bytes come from.
 * @param bytes gives them from the beginning, each time
 * @param named its encoding, where a person has named it
 */
export async function sourceFrom(
  name: string,
  bytes: () => Readable,
  named: string | null = null,
): Promise<SourceFile> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes()) {
    pieces.push(piece);
    length += piece.length;
    if (length > SAMPLE) break;
  }
  const beginning = Buffer.concat(pieces).subarray(0, SAMPLE);
  const encoding = await encodingOf(beginning, bytes, named);
  return {
    name,
    sample: {
      bytes: beginning,
      text: decodeBeginning(beginning, encoding.name),
      isWhole: length <= SAMPLE,
    },
    encoding,
    bytes,
    text: () => decodePieces(bytes(), encoding.name),
  };
}

/**
 * A source in memory.
 * @param content text is UTF-8
 */
export const sourceOf = (name: string, content: string | Uint8Array): Promise<SourceFile> =>
  sourceFrom(name, () => Readable.from([Buffer.from(content)]));
