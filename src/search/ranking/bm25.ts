/**
 * BM25's saturation and how much length counts, chosen on test collections.
 * @see https://doi.org/10.1561/1500000019 Robertson and Zaragoza, The Probabilistic Relevance Framework
 */
export const BM25 = { k: 1.2, b: 0.7 };

/**
 * The part of BM25's divisor that is a document's own.
 * @param length how many different terms the document holds
 * @param mean how many documents hold on average
 */
export const lengthNorm = (length: number, mean: number): number =>
  BM25.k * (1 - BM25.b + (BM25.b * length) / (mean || 1));
