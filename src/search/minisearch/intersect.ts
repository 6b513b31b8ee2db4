import { lowerBoundBy } from '../../data/lower-bound.ts';

/** What stands in all of some ascending lists; nothing for no lists. */
export function intersect(lists: readonly Uint32Array[]): Uint32Array {
  const [fewest = new Uint32Array(), ...others] = lists.toSorted((a, b) => a.length - b.length);
  const reached = others.map(() => 0);
  return fewest.filter((value) =>
    others.every((list, i) => {
      const at = seek(list, value, reached[i] ?? 0);
      reached[i] = at;
      return list[at] === value;
    }),
  );
}

/**
 * Where the first value that isn't less stands, or the list's end. It is looked for by steps that double,
 * so that a near one is found at once and a far one nearly as fast as by halves.
 * @param from where to begin: all before are less
 * @see https://doi.org/10.1016/0020-0190(76)90071-5 Bentley and Yao
 */
function seek(list: Uint32Array, value: number, from: number): number {
  let step = 1;
  let last = from;
  while ((list[last] ?? value) < value) {
    from = last + 1;
    last += step;
    step *= 2;
  }
  const end = Math.min(last, list.length);
  return from + lowerBoundBy(end - from, (at) => (list[from + at] ?? 0) < value);
}
