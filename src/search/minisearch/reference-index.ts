import { type CodedLists, numberIn } from '../index/coded-lists.ts';
import type { OrdinalTest } from '../index/forward-index.ts';
import { REFERENCE } from '../references/document-references.ts';
import { keptTokens } from '../references/reference-tokens.ts';
import { holdsReference, type SoughtReference } from '../references/sought-reference.ts';

/** Whether a document has a reference that holds what is sought, its collection before it. */
export function referringTo(
  { dictionary, lists: { starts, values } }: CodedLists,
  sought: SoughtReference,
): OrdinalTest {
  const runs = sought.map((run) =>
    run.map((fitting) => fitting.map((token) => numberIn(dictionary, token) ?? NOWHERE)),
  );
  if (runs.length === 0 || runs.flat().some((fitting) => fitting.every(isNowhere))) {
    return () => false;
  }
  const mark = numberIn(dictionary, REFERENCE);
  return (ordinal) => {
    const [start = 0, end = 0] = [starts[ordinal], starts[ordinal + 1]];
    let collection = 0;
    for (let from = start, at = start; at <= end; at += 1) {
      if (at < end && values[at] !== mark) continue;
      if (from === start) collection = at - start;
      else {
        const begin = from;
        const inOne = (place: number) =>
          values[place < collection ? start + place : begin + place - collection];
        if (holdsReference(runs, collection + at - begin, inOne)) return true;
      }
      from = at + 1;
    }
    return false;
  };
}

const NOWHERE = -1;
const isNowhere = (number: number): boolean => number === NOWHERE;

/** The documents that have a reference of just these words and numbers, ascending. */
export function wholeReference(
  { dictionary, lists: { starts, values } }: CodedLists,
  reference: string,
): number[] {
  const sought = keptTokens(reference).map((token) => numberIn(dictionary, token));
  const mark = numberIn(dictionary, REFERENCE);
  const [first] = sought;
  if (first === undefined || mark === undefined || sought.includes(undefined)) return [];
  const found: number[] = [];
  let ordinal = 0;
  for (let at = values.indexOf(first); at >= 0; at = values.indexOf(first, at + 1)) {
    while ((starts[ordinal + 1] ?? 0) <= at) ordinal += 1;
    const after = at + sought.length;
    const end = starts[ordinal + 1] ?? 0;
    const isWhole =
      at > (starts[ordinal] ?? 0) &&
      values[at - 1] === mark &&
      after <= end &&
      (after === end || values[after] === mark);
    const isSought = isWhole && sought.every((number, i) => values[at + i] === number);
    if (isSought && found.at(-1) !== ordinal) found.push(ordinal);
  }
  return found;
}
