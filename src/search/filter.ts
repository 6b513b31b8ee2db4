import { overlaps } from '../data/date/compare.ts';
import type { Document } from '../data/document.ts';
import { peopleOf } from './facets.ts';
import type { Filter } from './hits.ts';

/** The filter as a test of one document. Collections are compared by their whole name, in any case. */
export function passes({ from, to, collection, person }: Filter): (document: Document) => boolean {
  const name = collection?.trim().toLowerCase();
  return (document) =>
    (name === undefined || document.collection.toLowerCase() === name) &&
    (person === undefined || peopleOf(document).includes(person)) &&
    overlaps(document.date, { from, to });
}

/** Whether everything passes. */
export const isOpen = (filter: Filter): boolean => without(filter).length === 0;

/** Each filter in force, with what is left of the filter without it. */
export const without = (filter: Filter): { name: keyof Filter; rest: Filter }[] =>
  (['from', 'to', 'collection', 'person'] as const)
    .filter((name) => filter[name] !== undefined)
    .map((name) => ({ name, rest: { ...filter, [name]: undefined } }));
