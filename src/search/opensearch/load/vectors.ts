import { addRow } from '../../latent/directions.ts';
import { inBytes } from '../../latent/latent-space.ts';
import type { Space } from './survey.ts';

/** Finds where documents lie in the directions, by the terms that they hold. */
export function createVectors({ width, terms, directions, idfs }: Space) {
  const rowOf = new Map(terms.map((term, row) => [term, row]));
  return (counts: ReadonlyMap<string, number>): Int8Array => {
    const vector = new Float32Array(width);
    for (const [term, count] of counts) {
      const row = rowOf.get(term);
      if (row === undefined) continue;
      const weight = (1 + Math.log(count)) * (idfs[row] ?? 0);
      addRow(vector, 0, directions, row * width, width, weight);
    }
    return inBytes(vector, width);
  };
}

/** Numbers as text. */
export const toBase64 = ({ buffer, byteOffset, byteLength }: Int8Array | Float32Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');

/** Bytes that were written as text. */
export const bytesOf = (text: string): Int8Array => new Int8Array(Buffer.from(text, 'base64'));

/** Numbers that were written as text; the bytes are copied, for they must lie evenly. */
export const floatsOf = (text: string): Float32Array =>
  new Float32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);
