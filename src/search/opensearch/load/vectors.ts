import { addRow } from '../../latent/directions.ts';
import { inBytes } from '../../latent/place-documents.ts';
import { termWeight } from '../../latent/term-weight.ts';
import type { TermEntry } from '../fields/lexicon.ts';
import type { Space } from './survey.ts';

/** Where a document lies in the directions, by the terms that it holds. */
export function vectorOf(
  { width, directions, idfs }: Space,
  terms: readonly TermEntry[],
): Int8Array {
  const vector = new Float32Array(width);
  for (const { row, count } of terms) {
    if (row < 0) continue;
    addRow(vector, 0, directions, row * width, width, termWeight(count, idfs[row] ?? 0));
  }
  return inBytes(vector);
}

/** Numbers as text. */
export const toBase64 = ({ buffer, byteOffset, byteLength }: Int8Array | Float32Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');

/** Bytes that were written as text. */
export const bytesOf = (text: string): Int8Array => new Int8Array(Buffer.from(text, 'base64'));

/** Numbers that were written as text; the bytes are copied, for they must lie evenly. */
export const floatsOf = (text: string): Float32Array =>
  new Float32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);
