/** Numbers from 0 for what documents look like, the same for those that look the same. */
export type LookNumbers = { count: number; of: Uint32Array };

/** @param looks what each document looks like, by ordinal */
export function numberLooks(looks: Float64Array): LookNumbers {
  const numbers = new Map<number, number>();
  const of = new Uint32Array(looks.length);
  for (const [ordinal, look] of looks.entries()) {
    const number = numbers.get(look) ?? numbers.size;
    numbers.set(look, number);
    of[ordinal] = number;
  }
  return { count: numbers.size, of };
}

/**
 * The best of those that look the same, and how many more there are of each.
 * @param looks what each document looks like, by ordinal
 * @param isBetter whether the first of two documents stands above the second
 */
export function bestOfEach(
  ordinals: readonly number[],
  looks: LookNumbers,
  isBetter: (one: number, other: number) => boolean,
): { ordinals: number[]; more: ReadonlyMap<number, number> } {
  const best = new Uint32Array(looks.count);
  const counts = new Uint32Array(looks.count);
  const found: number[] = [];
  for (const ordinal of ordinals) {
    const look = looks.of[ordinal] ?? 0;
    const before = counts[look] ?? 0;
    if (before === 0) found.push(look);
    if (before === 0 || isBetter(ordinal, best[look] ?? 0)) best[look] = ordinal;
    counts[look] = before + 1;
  }
  const more = new Map<number, number>();
  for (const look of found) {
    const others = (counts[look] ?? 1) - 1;
    if (others > 0) more.set(best[look] ?? 0, others);
  }
  return { ordinals: found.map((look) => best[look] ?? 0), more };
}
