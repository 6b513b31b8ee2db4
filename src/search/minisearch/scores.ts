/** What was found, by the documents' ordinals. */
export type Scores = {
  /** In no order. */
  ordinals: number[];
  /** How well each answers, above 0; 0 for all that was not found. */
  at: Float64Array;
};

/** @param documents how many there are in all */
export const noScores = (documents: number): Scores => ({
  ordinals: [],
  at: new Float64Array(documents),
});

export function addScore({ ordinals, at }: Scores, ordinal: number, score: number): void {
  const before = at[ordinal] ?? 0;
  if (before === 0) ordinals.push(ordinal);
  at[ordinal] = before + score;
}

/** The highest of all; 0 where nothing was found. */
export function topScore({ ordinals, at }: Scores): number {
  let top = 0;
  for (const ordinal of ordinals) top = Math.max(top, at[ordinal] ?? 0);
  return top;
}
