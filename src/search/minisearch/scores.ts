/** What was found, by the documents' ordinals. */
export type Scores = {
  /** In no order. */
  ordinals: number[];
  /** How well each answers, above 0; 0 for all that was not found. */
  at: Float64Array;
  /** 1 for each document that may be found; undefined if any may. */
  wanted: Uint8Array | undefined;
};

/**
 * @param documents how many there are in all
 * @param wanted 1 for each that may be found; what is added to others is passed over
 */
export const noScores = (documents: number, wanted?: Uint8Array): Scores => ({
  ordinals: [],
  at: new Float64Array(documents),
  wanted,
});

export function addScore({ ordinals, at, wanted }: Scores, ordinal: number, score: number): void {
  if (wanted?.[ordinal] === 0) return;
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
