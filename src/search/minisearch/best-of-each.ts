/**
 * The best of those that look the same, and how many more there are of each.
 * @param looks what each document looks like, by ordinal
 * @param isBetter whether the first of two documents stands above the second
 */
export function bestOfEach(
  ordinals: readonly number[],
  looks: Float64Array,
  isBetter: (one: number, other: number) => boolean,
): { ordinals: number[]; more: ReadonlyMap<number, number> } {
  const best = new Map<number, number>();
  const counts = new Map<number, number>();
  for (const ordinal of ordinals) {
    const look = looks[ordinal] ?? 0;
    const known = best.get(look);
    if (known === undefined || isBetter(ordinal, known)) best.set(look, ordinal);
    counts.set(look, (counts.get(look) ?? 0) + 1);
  }
  const more = new Map<number, number>();
  for (const [look, ordinal] of best) more.set(ordinal, (counts.get(look) ?? 1) - 1);
  return { ordinals: [...best.values()], more };
}
