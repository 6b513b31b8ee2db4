import { type CodedLists, numberIn } from '../index/coded-lists.ts';
import type { OrdinalTest } from '../index/forward-index.ts';
import type { Lists } from '../index/lists.ts';
import { REFERENCE } from '../references/document-references.ts';
import { keptTokens } from '../references/reference-tokens.ts';
import { holdsReference, type SoughtReference } from '../references/sought-reference.ts';

/** Whether a document has a reference that holds what is sought, its collection before it. */
export function referringTo(
  { dictionary, lists }: CodedLists,
  sought: SoughtReference,
): OrdinalTest {
  const runs = sought.map((run) =>
    run.map((fitting) => fitting.map((token) => numberIn(dictionary, token) ?? NOWHERE)),
  );
  const places = sought.flat();
  const telling = runs.flat()[mostTelling(places.map(([token = '']) => token))] ?? [];
  const mayHold = new Uint8Array(lists.starts.length - 1);
  for (const number of telling) {
    for (const { ordinal } of occurrences(lists, number)) mayHold[ordinal] = 1;
  }
  const mark = numberIn(dictionary, REFERENCE) ?? NOWHERE;
  return (ordinal) => mayHold[ordinal] === 1 && holdsAt(lists, ordinal, mark, runs);
}

const NOWHERE = -1;

/** Whether any reference of a document, after its collection, holds the runs. */
function holdsAt(
  { starts, values }: Lists,
  ordinal: number,
  mark: number,
  runs: readonly (readonly (readonly number[])[])[],
): boolean {
  const [start = 0, end = 0] = [starts[ordinal], starts[ordinal + 1]];
  const parts: number[][] = [[]];
  for (const value of values.subarray(start, end)) {
    if (value === mark) parts.push([]);
    else parts.at(-1)?.push(value);
  }
  const [collection = [], ...references] = parts;
  return references.some((reference) => {
    const whole = [...collection, ...reference];
    return holdsReference(runs, whole.length, (place) => whole[place] ?? NOWHERE);
  });
}

/** The documents that have a reference of just these words and numbers, ascending. */
export function wholeReference({ dictionary, lists }: CodedLists, reference: string): number[] {
  const tokens = keptTokens(reference);
  const sought = [REFERENCE, ...tokens].map((token) => numberIn(dictionary, token) ?? NOWHERE);
  const [mark] = sought;
  if (tokens.length === 0 || sought.includes(NOWHERE)) return [];
  const { starts, values } = lists;
  const telling = 1 + mostTelling(tokens);
  const found: number[] = [];
  for (const { ordinal, at } of occurrences(lists, sought[telling] ?? NOWHERE)) {
    const begin = at - telling;
    const end = begin + sought.length;
    const endsThere = end === starts[ordinal + 1] || values[end] === mark;
    const isWhole = endsThere && sought.every((number, i) => values[begin + i] === number);
    if (isWhole && found.at(-1) !== ordinal) found.push(ordinal);
  }
  return found;
}

/** Which of some tokens few documents have, as far as they show it: the longest number, else the longest. */
function mostTelling(tokens: readonly string[]): number {
  const worth = tokens.map((token) => token.length + (/^\p{N}/u.test(token) ? LONGER_THAN_ANY : 0));
  return worth.indexOf(Math.max(...worth));
}

const LONGER_THAN_ANY = 1000;

/** Where a number stands in lists, and in which. */
function* occurrences(
  { starts, values }: Lists,
  number: number,
): Generator<{ ordinal: number; at: number }> {
  let ordinal = 0;
  for (let at = values.indexOf(number); at >= 0; at = values.indexOf(number, at + 1)) {
    while ((starts[ordinal + 1] ?? 0) <= at) ordinal += 1;
    yield { ordinal, at };
  }
}
