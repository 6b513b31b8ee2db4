import { isWithin } from '../../data/dates/spans.ts';
import { numberIn } from '../index/coded-lists.ts';
import type { Columns } from '../index/columns.ts';
import type { OrdinalTest } from '../index/forward-index.ts';
import { listAt } from '../index/lists.ts';
import { foldCollection } from '../query/filter.ts';
import type { Filter } from '../questions.ts';

/** The filter as a test of a document by its ordinal. Collections are compared by their whole name, in any case. */
export function passes(columns: Columns, filter: Filter): OrdinalTest {
  const tests = [inTime(columns, filter), inCollection(columns, filter), naming(columns, filter)];
  const [first, ...others] = tests.filter((test) => test !== undefined);
  if (!first) return () => true;
  if (others.length === 0) return first;
  return (ordinal) => first(ordinal) && others.every((test) => test(ordinal));
}

const inTime = ({ spans }: Columns, { from, to }: Filter): OrdinalTest | undefined =>
  from || to ? isWithin(spans, { from, to }) : undefined;

function inCollection({ values }: Columns, { collection }: Filter): OrdinalTest | undefined {
  if (collection === undefined) return undefined;
  const wanted = foldCollection(collection);
  const { dictionary, lists } = values.collections;
  const isWanted = dictionary.map((name) => name.toLowerCase() === wanted);
  return (ordinal) => listAt(lists, ordinal).some((number) => isWanted[number]);
}

function naming({ values }: Columns, { person }: Filter): OrdinalTest | undefined {
  if (person === undefined) return undefined;
  const { dictionary, lists } = values.people;
  const number = numberIn(dictionary, person);
  return (ordinal) => number !== undefined && listAt(lists, ordinal).includes(number);
}
