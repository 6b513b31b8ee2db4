import { compareText } from '../dates/compare.ts';
import { NEW } from './check-lines.ts';
import type { Document } from './document.ts';
import { createLinesWriter, idOnLine, type Lines, lineAt, parseLine } from './lines.ts';

/**
 * The documents of a corpus by their ordinals, which are their numbers in the order of their ids.
 * They are kept as the bytes of their lines, and parsed whenever they are asked for.
 */
export type Records = {
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
export function openRecords(lines: Lines, positions: Uint32Array): Records {
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

/** Records of documents that are at hand. */
export function recordsOf(documents: readonly Document[]): Records {
  const writer = createLinesWriter();
  for (const { id, ...others } of documents) writer.addText(JSON.stringify({ id, ...others }));
  const lines = writer.lines();
  return openRecords(lines, orderById(lines).positions);
}

/** Lines in the order of the ids that their documents have. */
export type ById = {
  positions: Uint32Array;
  /** Pairs of lines with the same id, the earlier line first. Empty lines have none. */
  repeated: readonly (readonly [number, number])[];
};

/**
 * Puts lines in the order of their ids. Those known from an earlier corpus have an order already, so
 * that only new ones are sorted.
 * @param origins the ordinal of each line in the earlier corpus, or `NEW`
 */
export function orderById(lines: Lines, origins?: Int32Array): ById {
  const { kept, added } = keptAndAdded(lines.length, origins);
  const idOf = (position: number) => idOnLine(lineAt(lines, position));
  const sorted = added
    .map((position) => ({ position, id: idOf(position) }))
    .sort((a, b) => compareText(a.id, b.id) || a.position - b.position);
  const positions = new Uint32Array(lines.length);
  const repeated: [number, number][] = [];
  let filled = 0;
  let last = { position: -1, id: '' };
  const put = (one: typeof last) => {
    if (one.id !== '' && one.id === last.id) {
      const [earlier, later] = [last.position, one.position].sort((a, b) => a - b);
      repeated.push([earlier ?? 0, later ?? 0]);
    }
    positions[filled] = one.position;
    filled += 1;
    last = one;
  };
  let next = 0;
  for (const position of kept) {
    const id = idOf(position);
    for (let one = sorted[next]; one && one.id <= id; one = sorted[next]) {
      put(one);
      next += 1;
    }
    put({ position, id });
  }
  for (const one of sorted.slice(next)) put(one);
  return { positions, repeated };
}

/** The lines known, in the order of their ordinals, and the others. */
function keptAndAdded(length: number, origins?: Int32Array) {
  const all = [...Array(length).keys()];
  if (!origins) return { kept: [], added: all };
  const byOrdinal = new Map<number, number>();
  const added = all.filter((position) => {
    const ordinal = origins[position] ?? NEW;
    if (ordinal === NEW || byOrdinal.has(ordinal)) return true;
    byOrdinal.set(ordinal, position);
    return false;
  });
  const ordinals = Uint32Array.from(byOrdinal.keys()).sort();
  return { kept: Array.from(ordinals, (ordinal) => byOrdinal.get(ordinal) ?? 0), added };
}
