import type { Document } from './document.ts';
import { createLinesWriter, idOnLine, type Lines, lineAt, parseLine } from './lines.ts';
import { firstNotBefore, orderById } from './order-by-id.ts';

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
};

/** @param positions of the lines, in the order of their ids */
export function openPacked(lines: Lines, positions: Uint32Array): PackedDocuments {
  const line = (ordinal: number) => lineAt(lines, positions[ordinal] ?? -1);
  const idAt = (ordinal: number) => idOnLine(line(ordinal));
  return {
    length: positions.length,
    positions,
    lineAt: line,
    at: (ordinal) => parseLine(line(ordinal)),
    idAt,
    ordinalOf(id) {
      const ordinal = firstNotBefore(positions, id, (position) =>
        idOnLine(lineAt(lines, position)),
      );
      return ordinal < positions.length && idAt(ordinal) === id ? ordinal : undefined;
    },
  };
}

/** Packs documents that are at hand. */
export function packDocuments(documents: readonly Document[]): PackedDocuments {
  const writer = createLinesWriter();
  for (const { id, ...others } of documents) writer.addText(JSON.stringify({ id, ...others }));
  const lines = writer.lines();
  return openPacked(lines, orderById(lines).positions);
}
