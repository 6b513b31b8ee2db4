import { compareText } from '../dates/compare.ts';
import { lowerBoundBy } from '../lower-bound.ts';
import { NEW } from './check-lines.ts';
import { idOnLine, type Lines, lineAt } from './lines.ts';

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
  const fresh = added
    .map((position) => ({ position, id: idOf(position) }))
    .sort((a, b) => compareText(a.id, b.id) || a.position - b.position);
  const positions = new Uint32Array(lines.length);
  const sameId = new Map<string, Set<number>>();
  let filled = 0;
  let next = 0;
  for (const [i, { position, id }] of fresh.entries()) {
    // Those known have different ids: only a new one can repeat another.
    const place = lowerBoundBy(kept.length, (at) => idAt(at) < id);
    const others = [fresh[i - 1], { position: kept[place] ?? 0, id: idAt(place) }];
    for (const other of others) {
      if (id === '' || other?.id !== id) continue;
      sameId.set(id, (sameId.get(id) ?? new Set()).add(position).add(other.position));
    }
    for (; next < place; next += 1) {
      positions[filled] = kept[next] ?? 0;
      filled += 1;
    }
    positions[filled] = position;
    filled += 1;
  }
  positions.set(kept.subarray(next), filled);
  const repeated = [...sameId.values()].flatMap((found) => {
    const [first = 0, ...others] = [...found].sort((a, b) => a - b);
    return others.map((again) => ({ first, again }));
  });
  return { positions, repeated };

  function idAt(place: number): string {
    return place < kept.length ? idOf(kept[place] ?? 0) : '';
  }
}

/** The lines known, in the order of their ordinals, and the others. */
function keptAndAdded(length: number, earlierOrdinals?: Int32Array) {
  if (!earlierOrdinals) return { kept: new Int32Array(), added: [...Array(length).keys()] };
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
