import { lowerBoundBy } from '../lower-bound.ts';
import type { Document } from './document.ts';
import { createLinesWriter, idOnLine, type Lines, lineAt, parseLine } from './lines.ts';
import { orderById } from './order-by-id.ts';

/**
 * The documents of a corpus by their ordinals, which are their numbers in the order of their ids.
 * They are kept as the bytes of their lines, and parsed whenever they are asked for.
 */
export type PackedDocuments = {
  readonly length: number;
  at(ordinal: number): Document;
  idAt(ordinal: number): string;
  lineAt(ordinal: number): Buffer;
  /** The ordinal of the document of that id. */
  ordinalOf(id: string): number | undefined;
  /** Where each document stands in the corpus, by its ordinal. */
  readonly positions: Uint32Array;
  /** Their lines, by their positions. */
  readonly lines: Lines;
};

/** @param positions of the lines, in the order of their ids */
export function openPacked(lines: Lines, positions: Uint32Array): PackedDocuments {
  const line = (ordinal: number) => lineAt(lines, positions[ordinal] ?? -1);
  const idAt = (ordinal: number) => idOnLine(line(ordinal));
  return {
    length: positions.length,
    positions,
    lines,
    lineAt: line,
    at: (ordinal) => parseLine(line(ordinal)),
    idAt,
    ordinalOf(id) {
      const ordinal = lowerBoundBy(positions.length, (other) => idAt(other) < id);
      return ordinal < positions.length && idAt(ordinal) === id ? ordinal : undefined;
    },
  };
}

/** Packs documents that are at hand. */
export const packDocuments = (documents: readonly Document[]): PackedDocuments =>
  packLines(documents.map(({ id, ...others }) => JSON.stringify({ id, ...others })));

/** Packs documents as JSON, which begins with their ids. */
export function packLines(texts: readonly string[]): PackedDocuments {
  const writer = createLinesWriter();
  for (const text of texts) writer.addText(text);
  const lines = writer.lines();
  return openPacked(lines, orderById(lines).positions);
}

/**
 * The document at each position of the corpus, by its ordinal.
 * @param positions of the documents, by their ordinals
 */
export function ordinalsByPosition(positions: Uint32Array): Uint32Array {
  const ordinals = new Uint32Array(positions.length);
  for (const [ordinal, position] of positions.entries()) ordinals[position] = ordinal;
  return ordinals;
}
