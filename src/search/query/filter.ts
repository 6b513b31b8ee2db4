import type { Filter } from '../questions.ts';

/** Each filter in force, with what is left of the filter without it. */
export const without = (filter: Filter): { name: keyof Filter; rest: Filter }[] =>
  (['from', 'to', 'collection', 'person'] as const)
    .filter((name) => filter[name] !== undefined)
    .map((name) => ({ name, rest: { ...filter, [name]: undefined } }));

/** Whether everything passes. */
export const isOpen = (filter: Filter): boolean => without(filter).length === 0;

/** Collections are compared by their whole name, in any case. */
export const foldCollection = (name: string): string => name.trim().toLowerCase();
