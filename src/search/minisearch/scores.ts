/** What was found, by the documents' places in the list that was indexed. */
export type Scores = {
  /** In no order. */
  places: number[];
  /** How well each answers, above 0; 0 for all that was not found. */
  at: Float64Array;
};

/** @param documents how many there are in all */
export const noScores = (documents: number): Scores => ({
  places: [],
  at: new Float64Array(documents),
});

export function addScore({ places, at }: Scores, place: number, score: number): void {
  const before = at[place] ?? 0;
  if (before === 0) places.push(place);
  at[place] = before + score;
}

/** The highest of all; 0 where nothing was found. */
export function topScore({ places, at }: Scores): number {
  let top = 0;
  for (const place of places) top = Math.max(top, at[place] ?? 0);
  return top;
}
