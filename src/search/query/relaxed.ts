import { formatCondition, formatGroup } from './format-query.ts';
import type { Condition, TypedQuery } from './typed-query.ts';

/** So many demands are left out in turn; each takes a search of its own. */
const MOST_DEMANDS = 6;

/** A query without one of its demands. */
export type RelaxedQuery = {
  /** The demand in words. */
  said: string;
  /** Whether it shuts documents out. */
  excludes: boolean;
  rest: TypedQuery;
};

/** A query without each of its demands in turn: a phrase becomes words, a reference only where there are no others. */
export function relaxed(typed: TypedQuery): RelaxedQuery[] {
  const { words, required, excluded, dates } = typed;
  const isAlone = !words && required.length === 1;
  const isWords = ({ field }: Condition) => isAlone || field !== 'reference';
  const asWords = required.map((group) => ({
    said: formatGroup(group),
    excludes: false,
    rest: {
      ...typed,
      words: [words, ...group.filter(isWords).map(({ text }) => text)].join(' '),
      required: required.filter((other) => other !== group),
    },
  }));
  const allowed = excluded.map((condition) => ({
    said: formatCondition(condition),
    excludes: true,
    rest: { ...typed, excluded: excluded.filter((other) => other !== condition) },
  }));
  const anyTime = {
    said: dates.join(', '),
    excludes: false,
    rest: { ...typed, from: undefined, to: undefined },
  };
  return [...asWords, ...allowed, ...(dates.length > 0 ? [anyTime] : [])].slice(0, MOST_DEMANDS);
}
