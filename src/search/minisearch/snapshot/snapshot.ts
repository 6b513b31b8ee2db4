import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { IndexData } from '../../index/index-documents.ts';

/** An index, and the corpus that it is of. */
export type Kept = {
  /** A digest of the corpus's files. */
  corpus: string;
  /** Whether the files' lines were as their check leaves them. */
  isCanonical: boolean;
  /** Where each document stands in the corpus, by its ordinal. */
  positions: Uint32Array;
  data: IndexData;
};

/** SHA-256, in bytes. */
const DIGEST = 32;

/**
 * An index as bytes, after a digest of all that follows and one of the settings.
 * @param settings a digest of all that decides what is indexed how
 */
export function packSnapshot(kept: Kept, settings: string): Uint8Array {
  const content = Buffer.concat([digest(settings), serialize(kept)]);
  return Buffer.concat([digest(content), content]);
}

/** What the bytes keep; undefined where they are damaged, or of other settings. */
export function unpackSnapshot(bytes: Uint8Array, settings: string): Kept | undefined {
  const content = bytes.subarray(DIGEST);
  const isWhole = digest(content).equals(bytes.subarray(0, DIGEST));
  const isOurs = digest(settings).equals(content.subarray(0, DIGEST));
  return isWhole && isOurs ? deserialize(content.subarray(DIGEST)) : undefined;
}

const digest = (content: string | Uint8Array): Buffer =>
  createHash('sha256').update(content).digest();
