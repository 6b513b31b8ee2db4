import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Indexed } from '../shelf.ts';

/** What an index was made from: digests of the corpus, and of the engine with its settings. */
export type Origin = { corpus: string; engine: string };

/** An index as bytes: a digest of all that follows, what the index was made from, the index. */
export function packSnapshot(indexed: Indexed, origin: Origin): Uint8Array {
  const [made, content] = [digestOf(origin), serialize(indexed)];
  return Buffer.concat([digest(made, content), made, content]);
}

/** The index in the bytes; undefined where they are damaged, or it was made from something else. */
export function unpackSnapshot(bytes: Uint8Array, origin: Origin): Indexed | undefined {
  const whole = bytes.subarray(0, DIGEST);
  const made = bytes.subarray(DIGEST, 2 * DIGEST);
  const content = bytes.subarray(2 * DIGEST);
  const isTrue = digestOf(origin).equals(made) && digest(made, content).equals(whole);
  return isTrue ? deserialize(content) : undefined;
}

/** SHA-256, in bytes. */
const DIGEST = 32;

const digestOf = ({ corpus, engine }: Origin): Buffer => digest(`${corpus} ${engine}`);

function digest(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
