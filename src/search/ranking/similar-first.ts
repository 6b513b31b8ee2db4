/** So many of the best by their words are looked at again. */
export const LOOKED_AT = 300;
/** How much similarity counts beside the words, chosen on test collections. */
const WEIGHT = 0.6;

/**
 * What a document is worth by its words and by how similar it is to the query in what it is about.
 * @param top the best score by words alone
 */
export const withSimilarity = (score: number, top: number, similarity: number): number =>
  score + WEIGHT * top * similarity;
