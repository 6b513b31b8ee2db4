/** So many of the documents nearest in meaning are looked at, beside the best by their words. */
export const NEAREST = 200;
/** How much likeness in meaning counts beside the words, chosen on test collections. */
const WEIGHT = 1.5;
/**
 * Documents found by meaning alone are shown if they are so many times further from what is usual than
 * others are.
 */
const NEAR_ENOUGH = 3.5;
/** In a few documents chance may bring them closer together than this. */
const LEAST_SPREAD = 0.02;
/** And only if they are so much of the way from what is usual to saying the same. */
const LEAST_LIKENESS = 0.3;
/** They have no natural end; more than these are hardly ever read. */
export const MOST_ALONE = 20;
/** A name binds if no larger part of the documents holds it. */
const RARE_NAME = { part: 0.005, least: 10 };

/**
 * What a document that holds words of the question is worth by both.
 * @param score by its words, against the best that any has: 0 to 1
 * @param cosine with the question
 */
export const withMeaning = (score: number, cosine: number): number => score + WEIGHT * cosine;

/**
 * What a document is worth beside those that hold no word: where words find little of a question, they
 * say little.
 * @param partHeld how much of the question the best by words holds: 0 to 1
 */
export const besideMeaning = (score: number, partHeld: number, cosine: number): number =>
  score * partHeld + cosine;

/**
 * Whether a document that doesn't hold a question's words is near enough to be shown.
 * @param usual the cosine of most documents, and their spread around it
 */
export const isNearEnough = (cosine: number, usual: number, spread: number): boolean =>
  cosine - usual >=
  Math.max(NEAR_ENOUGH * Math.max(spread, LEAST_SPREAD), LEAST_LIKENESS * (1 - usual));

/** Whether a name that so many documents hold is rare. */
export const isRareName = (frequency: number, documents: number): boolean =>
  frequency <= Math.max(RARE_NAME.least, RARE_NAME.part * documents);
