import { readReference } from '../references/sought-reference.ts';
import { REFERENCE_GAP } from './mapping.ts';
import type { Clause } from './queries.ts';
import { asToken } from './tokens.ts';

/** What has a reference that holds these words and numbers, its collection before it. */
export function withReference(reference: string): Clause {
  const sought = readReference(reference);
  if (sought.length === 0) return { match_none: {} };
  const runs = sought.map((run) => inOrder(run.map(anyToken), 0));
  return { intervals: { references: inOrder(runs, REFERENCE_GAP - 1) } };
}

const inOrder = (intervals: readonly object[], max_gaps: number): object => {
  const [only] = intervals;
  return intervals.length === 1 && only ? only : { all_of: { ordered: true, max_gaps, intervals } };
};

const anyToken = (fitting: readonly string[]): object => ({
  any_of: { intervals: fitting.map((token) => ({ match: { query: asToken(token) } })) },
});
