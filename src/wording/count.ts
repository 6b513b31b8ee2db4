/** A number as English prints it: 6,494. */
export const count = (number: number): string => number.toLocaleString('en');

/** `1 document`, `1,200 documents`. */
export const countDocuments = (documents: number): string =>
  `${count(documents)} ${documents === 1 ? 'document' : 'documents'}`;
