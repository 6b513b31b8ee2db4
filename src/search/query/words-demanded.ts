import type { Condition, TypedQuery } from './typed-query.ts';

/** What a query demands by words, in fields and phrases too: not by reference. */
export const demandedByWords = ({ required }: Pick<TypedQuery, 'required'>): Condition[] =>
  required.flat().filter(({ field }) => field !== 'reference');
