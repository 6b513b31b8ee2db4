/**
 * Where documents stand in a corpus, as numbers that most of them had before: what stands between two
 * documents that were there gets a number between theirs.
 * @param before the number that each had, in the order of the corpus; undefined for a new one
 * @returns undefined where there is no room for a number between two others
 */
export function stablePositions(before: readonly (number | undefined)[]): Float64Array | undefined {
  const positions = Float64Array.from(before, () => Number.NaN);
  let last = Number.NEGATIVE_INFINITY;
  for (const [at, position] of before.entries()) {
    if (position === undefined || position <= last) continue;
    positions[at] = position;
    last = position;
  }
  for (let at = 0; at < positions.length; ) {
    if (!Number.isNaN(positions[at])) {
      at += 1;
      continue;
    }
    let end = at;
    while (end < positions.length && Number.isNaN(positions[end])) end += 1;
    if (!fill(positions, at, end)) return undefined;
    at = end;
  }
  return positions;
}

/** Gives numbers to those from one place up to another one, evenly between their neighbours'. */
function fill(positions: Float64Array, from: number, to: number): boolean {
  const after = positions[to] ?? (positions[from - 1] ?? -1) + (to - from) + 1;
  const before = from === 0 ? after - (to - from) - 1 : (positions[from - 1] ?? 0);
  const step = (after - before) / (to - from + 1);
  for (let at = from; at < to; at += 1) {
    const position = before + step * (at - from + 1);
    if (position <= (positions[at - 1] ?? Number.NEGATIVE_INFINITY) || position >= after)
      return false;
    positions[at] = position;
  }
  return true;
}
