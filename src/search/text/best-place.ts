import type { Weights } from './snippet.ts';

/** A word of a text: its stem, and the place where it begins. */
export type StemPlace = { stem: string; place: number };

/** Words that a passage shows, more or less. */
export const WINDOW = 30;

/** The first word of a passage, and what the passage is worth. */
type BestPlace = { place: number; worth: number };

/**
 * The first word of the passage that holds most of what is sought, each stem counted once; undefined
 * if there is none.
 */
export const bestPlace = (places: readonly StemPlace[], worth: Weights): number | undefined =>
  bestPlaceBefore(Number.POSITIVE_INFINITY, places, worth)?.place;

/** The same of the passages that begin before a place, with what it is worth. */
export function bestPlaceBefore(
  end: number,
  places: readonly StemPlace[],
  worth: Weights,
): BestPlace | undefined {
  const sorted = places.toSorted((a, b) => a.place - b.place);
  let best: BestPlace | undefined;
  let after = 0;
  const within = new Map<string, number>();
  let sum = 0;
  for (const first of sorted) {
    if (first.place >= end) break;
    for (
      let next = sorted[after];
      next && next.place < first.place + WINDOW;
      next = sorted[after]
    ) {
      const count = within.get(next.stem) ?? 0;
      if (count === 0) sum += worth.get(next.stem) ?? 0;
      within.set(next.stem, count + 1);
      after += 1;
    }
    // What adding and taking away may be off by is no reason for another place.
    if (best === undefined || sum > best.worth + 1e-9) best = { place: first.place, worth: sum };
    const count = within.get(first.stem) ?? 0;
    if (count === 1) sum -= worth.get(first.stem) ?? 0;
    within.set(first.stem, count - 1);
  }
  return best;
}
