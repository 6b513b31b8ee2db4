import { bareWords, stem } from './analysis.ts';
import type { Correction } from './engine.ts';
import type { Found } from './order.ts';
import { readQuery } from './query-reading.ts';
import { fetchScored, type Shelf } from './shelf.ts';
import type { Scores } from './term-index.ts';
import { scoreTitles, titled } from './titles.ts';

export type Finding = {
  /** In no order. */
  found: Found[];
  /** What was looked for, to be marked in snippets. */
  stems: readonly string[];
  corrections: readonly Correction[];
  unknown: readonly string[];
};

/**
 * Finds what a text asks for, filters aside: the document of that id, then those of just that title,
 * then what holds any of its words. Words that nearly every text holds are looked for only where
 * there are no others, and only in titles ("The Who").
 */
export function find(shelf: Shelf, text: string): Finding {
  const { weights, isCommon, corrections, unknown } = readQuery(text, shelf.index);
  const words = bareWords(text);
  const scores = isCommon ? scoreTitles(shelf.titles, words) : shelf.index.score(weights);
  raise(scores, titled(shelf.titles, words));
  const named = shelf.placeOf(text);
  if (named !== undefined) raise(scores, [named]);
  const stems = isCommon ? words.map(stem) : [...weights.keys()];
  return { found: fetchScored(shelf, scores), stems, corrections, unknown };
}

/** Lifts the places above all others, in the order that they have among themselves. */
function raise(scores: Scores, places: readonly number[]): void {
  if (places.length === 0) return;
  let top = 0;
  for (const score of scores.values()) top = Math.max(top, score);
  for (const place of places) scores.set(place, (scores.get(place) ?? 0) + top + 1);
}
