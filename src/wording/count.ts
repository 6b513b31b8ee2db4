/** A number as English prints it: 6,494. */
export const count = (number: number): string => number.toLocaleString('en');

/** `1 document`, `1,200 documents`. */
export const countDocuments = (documents: number): string =>
  `${count(documents)} ${documents === 1 ? 'document' : 'documents'}`;

/** Some that are named, and how many aren't: `a, b and 12 more`. */
export const listNamed = (named: readonly string[], more: number): string =>
  `${named.join(', ')}${more > 0 ? ` ${andMore(more)}` : ''}`;

export const andMore = (more: number): string => `and ${count(more)} more`;
