/**
 * How much a term tells: near 0 where all documents hold it, near ln(documents) where one does.
 * @see https://doi.org/10.1561/1500000019 Robertson and Zaragoza, 3.4, kept above 0 as Lucene does
 */
export const idfOf = (frequency: number, documents: number): number =>
  Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
