import { isWithin } from '../../data/dates/spans.ts';
import type { Filter } from '../hits.ts';
import type { Columns } from './columns.ts';
import type { PlaceTest } from './forward-index.ts';
import { listAt } from './lists.ts';

/** The filter as a test of one place. Collections are compared by their whole name, in any case. */
export function passes(columns: Columns, filter: Filter): PlaceTest {
  const tests = [inTime(columns, filter), inCollection(columns, filter), naming(columns, filter)];
  const [first, ...others] = tests.filter((test) => test !== undefined);
  if (!first) return () => true;
  if (others.length === 0) return first;
  return (place) => first(place) && others.every((test) => test(place));
}

/** Whether everything passes. */
export const isOpen = (filter: Filter): boolean => without(filter).length === 0;

/** Each filter in force, with what is left of the filter without it. */
export const without = (filter: Filter): { name: keyof Filter; rest: Filter }[] =>
  (['from', 'to', 'collection', 'person'] as const)
    .filter((name) => filter[name] !== undefined)
    .map((name) => ({ name, rest: { ...filter, [name]: undefined } }));

const inTime = ({ spans }: Columns, { from, to }: Filter): PlaceTest | undefined =>
  from || to ? isWithin(spans, { from, to }) : undefined;

function inCollection({ collections }: Columns, { collection }: Filter): PlaceTest | undefined {
  const wanted = collection?.trim().toLowerCase();
  if (wanted === undefined) return undefined;
  const isWanted = collections.names.map((name) => name.toLowerCase() === wanted);
  return (place) => listAt(collections.numbers, place).some((number) => isWanted[number]);
}

function naming({ people }: Columns, { person }: Filter): PlaceTest | undefined {
  if (person === undefined) return undefined;
  const number = people.names.indexOf(person);
  return (place) => listAt(people.numbers, place).includes(number);
}
