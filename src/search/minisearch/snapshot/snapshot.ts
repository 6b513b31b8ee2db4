import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Indexed } from '../shelf.ts';

/** What an index was made from. */
export type Origin = {
  /** A digest of the corpus. */
  corpus: string;
  /** A digest of the settings by which it was indexed. */
  settings: string;
};

/** SHA-256, in bytes. */
const DIGEST = 32;

/**
 * An index as bytes: a digest of all that follows, one of what the index was made from, one that
 * only the snapshot of a plain corpus has, and the index.
 * @param isPlain whether the corpus is written as its check leaves it, so that its lines are its
 * documents
 */
export function packSnapshot(indexed: Indexed, origin: Origin, isPlain: boolean): Uint8Array {
  const plain = isPlain ? plainDigest(origin) : Buffer.alloc(DIGEST);
  const content = Buffer.concat([originDigest(origin), plain, serialize(indexed)]);
  return Buffer.concat([digest(content), content]);
}

/** The index in the bytes; undefined where they are damaged, or it was made from something else. */
export function unpackSnapshot(bytes: Uint8Array, origin: Origin): Indexed | undefined {
  const content = bytes.subarray(DIGEST);
  const isWhole = digest(content).equals(bytes.subarray(0, DIGEST));
  const isOurs = originDigest(origin).equals(content.subarray(0, DIGEST));
  return isWhole && isOurs ? deserialize(content.subarray(2 * DIGEST)) : undefined;
}

/** How many bytes tell whether a snapshot's corpus was plain. */
export const HEAD = 3 * DIGEST;

/** Whether a snapshot with these first bytes was made from just this corpus, and it was plain. */
export const isOfPlain = (head: Uint8Array, origin: Origin): boolean =>
  plainDigest(origin).equals(head.subarray(2 * DIGEST, HEAD));

const originDigest = ({ corpus, settings }: Origin): Buffer => digest(`${corpus} ${settings}`);
const plainDigest = ({ corpus, settings }: Origin): Buffer => digest(`plain ${corpus} ${settings}`);

const digest = (content: string | Uint8Array): Buffer =>
  createHash('sha256').update(content).digest();
