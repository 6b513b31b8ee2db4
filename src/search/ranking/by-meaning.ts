/** So many of the documents nearest in meaning are looked at, beside the best by their words. */
export const NEAREST = 200;
/** How much likeness in meaning counts beside the words, chosen on test collections. */
const WEIGHT = 1;
/**
 * Documents found by meaning alone are shown if they are so many times further from what is usual than
 * others are.
 */
const NEAR_ENOUGH = 3.5;
/** In a few documents chance may bring them closer together than this. */
const LEAST_SPREAD = 0.02;
/** They have no natural end; more than these are hardly ever read. */
export const MOST_ALONE = 20;
/** A name binds if no larger part of the documents holds it. */
const RARE_NAME = { part: 0.005, least: 10 };

/**
 * What a document is worth by its words and its meaning.
 * @param score by its words, against the best that any has: 0 to 1
 * @param coverage how much of the question that best one holds: where words find little of it, they say
 * little
 * @param cosine with the question
 */
export const withMeaning = (score: number, coverage: number, cosine: number): number =>
  score * coverage + WEIGHT * cosine;

/**
 * Whether a document that doesn't hold a question's words is near enough to be shown.
 * @param usual the cosine of most documents, and their spread around it
 */
export const isNearEnough = (cosine: number, usual: number, spread: number): boolean =>
  cosine - usual >= NEAR_ENOUGH * Math.max(spread, LEAST_SPREAD);

/** Whether a name that so many documents hold is rare. */
export const isRareName = (frequency: number, documents: number): boolean =>
  frequency <= Math.max(RARE_NAME.least, RARE_NAME.part * documents);
