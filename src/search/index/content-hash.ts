import { hash } from 'node:crypto';

/** As many as a whole number can have. */
const BITS = 53;

/** A number that tells a content from others: two of a million have the same one time in 20,000. */
export function contentHash(content: string | Uint8Array): number {
  const digest = hash('sha1', content, 'buffer');
  return digest.readUIntBE(0, 6) * 2 ** (BITS - 48) + ((digest[6] ?? 0) >> (56 - BITS));
}
