import { compareText } from '../dates/compare.ts';
import { NEW } from './check-lines.ts';
import type { Document } from './document.ts';
import { createLinesWriter, idOnLine, type Lines, lineAt, parseLine } from './lines.ts';

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
      let [low, high] = [0, positions.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (idAt(middle) < id) low = middle + 1;
        else high = middle;
      }
      return low < positions.length && idAt(low) === id ? low : undefined;
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

/** Lines in the order of the ids that their documents have. */
export type ById = {
  positions: Uint32Array;
  /** Each line whose id an earlier line has, with the first line of that id. Empty lines have none. */
  repeated: readonly { first: number; again: number }[];
};

/**
 * Puts lines in the order of their ids. Those known from an earlier corpus have an order already, so
 * that only new ones are sorted.
 * @param earlierOrdinals the ordinal of each line in the earlier corpus, or `NEW`
 */
export function orderById(lines: Lines, earlierOrdinals?: Int32Array): ById {
  const { kept, added } = keptAndAdded(lines.length, earlierOrdinals);
  const idOf = (position: number) => idOnLine(lineAt(lines, position));
  const sorted = added
    .map((position) => ({ position, id: idOf(position) }))
    .sort((a, b) => compareText(a.id, b.id) || a.position - b.position);
  const positions = new Uint32Array(lines.length);
  const repeated: { first: number; again: number }[] = [];
  let filled = 0;
  let id = '';
  let ofId: number[] = [];
  const endId = () => {
    const [first, ...others] = ofId.sort((a, b) => a - b);
    if (first === undefined || id === '') return;
    for (const again of others) repeated.push({ first, again });
  };
  const put = (one: { position: number; id: string }) => {
    positions[filled] = one.position;
    filled += 1;
    if (one.id !== id) {
      endId();
      ofId = [];
      id = one.id;
    }
    ofId.push(one.position);
  };
  let next = 0;
  for (const position of kept) {
    const own = idOf(position);
    for (let one = sorted[next]; one && one.id <= own; one = sorted[next]) {
      put(one);
      next += 1;
    }
    put({ position, id: own });
  }
  for (const one of sorted.slice(next)) put(one);
  endId();
  return { positions, repeated };
}

/** The lines known, in the order of their ordinals, and the others. */
function keptAndAdded(length: number, earlierOrdinals?: Int32Array) {
  if (!earlierOrdinals) return { kept: [], added: [...Array(length).keys()] };
  const largest = earlierOrdinals.reduce((most, ordinal) => Math.max(most, ordinal), NEW);
  const positionOf = new Int32Array(largest + 1).fill(NOWHERE);
  const added: number[] = [];
  for (const [position, ordinal] of earlierOrdinals.entries()) {
    if (ordinal === NEW || positionOf[ordinal] !== NOWHERE) added.push(position);
    else positionOf[ordinal] = position;
  }
  return { kept: positionOf.filter((position) => position !== NOWHERE), added };
}

const NOWHERE = -1;
