/** How relevant the judged documents of one query are, by their ids: 0 is not at all. */
export type Judgements = ReadonlyMap<string, number>;

/**
 * Discounted gain of the first ten, against that of the best ten there are: 0 to 1.
 * @see https://doi.org/10.1145/582415.582418 Järvelin and Kekäläinen, with gains as judged
 */
export function ndcg10(found: readonly string[], judged: Judgements): number {
  const gain = (grades: readonly number[]) =>
    grades.slice(0, 10).reduce((sum, grade, rank) => sum + grade / Math.log2(rank + 2), 0);
  const best = [...judged.values()].sort((one, other) => other - one);
  return gain(found.map((id) => judged.get(id) ?? 0)) / gain(best);
}

/** Which part of the relevant documents is among the first hundred: 0 to 1. */
export function recall100(found: readonly string[], judged: Judgements): number {
  const relevant = [...judged].filter(([, grade]) => grade > 0).map(([id]) => id);
  const first = new Set(found.slice(0, 100));
  return relevant.filter((id) => first.has(id)).length / relevant.length;
}

/** One divided by the rank of the first relevant document; 0 where none is found. */
export function reciprocalRank(found: readonly string[], judged: Judgements): number {
  const rank = found.findIndex((id) => (judged.get(id) ?? 0) > 0);
  return rank < 0 ? 0 : 1 / (rank + 1);
}

/** The arithmetic mean; 0 of nothing. */
export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The value below which this part (0 to 1) of the values lies, by nearest rank. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
}
