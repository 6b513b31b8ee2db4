import type { Known } from '../../../data/corpus/check-lines.ts';
import { idOnLine } from '../../../data/corpus/lines.ts';
import { ordinalsByPosition, type PackedDocuments } from '../../../data/corpus/packed-documents.ts';
import { contentHash } from '../../index/content-hash.ts';
import type { Kept } from './snapshot.ts';

/**
 * Knows the lines that a kept index was made of: all by their places where the corpus is the same, by
 * their lineHashes where it has changed.
 * @param digest of the corpus that is read
 */
export function knownFrom({ corpus, isCanonical, positions, data }: Kept, digest: string): Known {
  if (corpus === digest && isCanonical) {
    const ordinals = ordinalsByPosition(positions);
    return (_, at) => ordinals[at];
  }
  const ordinals = new Map<number, number>();
  for (const [ordinal, print] of data.lineHashes.entries()) ordinals.set(print, ordinal);
  return (line) => ordinals.get(contentHash(line));
}

/** Knows the lines of documents. Most lines follow the one that they followed before. */
export function knownIn(documents: PackedDocuments): Known {
  const ordinalAt = ordinalsByPosition(documents.positions);
  let next = 0;
  return (line) => {
    const expected = ordinalAt[next];
    const isExpected = expected !== undefined && line.equals(documents.lineAt(expected));
    const ordinal = isExpected ? expected : documents.ordinalOf(idOnLine(line));
    if (ordinal === undefined) return undefined;
    next = (documents.positions[ordinal] ?? 0) + 1;
    return isExpected || line.equals(documents.lineAt(ordinal)) ? ordinal : undefined;
  };
}
