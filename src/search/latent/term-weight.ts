/** What a term weighs in a document that holds it so often: the same where directions are learned and where documents are placed in them. */
export const termWeight = (count: number, idf: number): number => (1 + Math.log(count)) * idf;
