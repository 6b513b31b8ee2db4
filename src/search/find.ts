import { bareWords, stem } from './analysis.ts';
import type { Correction } from './engine.ts';
import { readQuery } from './query-reading.ts';
import { addScore, noScores, type Scores, topScore } from './scores.ts';
import type { Shelf } from './shelf.ts';
import type { Weights } from './term-index.ts';
import { scoreTitles, titled } from './titles.ts';

export type Finding = {
  scores: Scores;
  /** The best score by words alone. */
  top: number;
  /** What texts were searched for; nothing where only titles were. */
  weights: Weights;
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
  const scores = noScores(shelf.documents.length);
  if (isCommon) scoreTitles(shelf.titles, words, scores);
  else shelf.index.score(weights, scores);
  const top = topScore(scores);
  raise(scores, titled(shelf.titles, words));
  const named = shelf.placeOf(text);
  if (named !== undefined) raise(scores, [named]);
  const stems = isCommon ? words.map(stem) : [...weights.keys()];
  return { scores, top, weights, stems, corrections, unknown };
}

/** Lifts the places far above all others, in the order that they have among themselves. */
function raise(scores: Scores, places: readonly number[]): void {
  if (places.length === 0) return;
  const above = 2 * topScore(scores) + 1;
  for (const place of places) addScore(scores, place, above);
}
