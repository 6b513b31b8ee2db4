import type { Draw } from '../answers.ts';
import type { Filter } from '../questions.ts';
import { passes } from './filter.ts';
import type { SearchIndex } from './search-index.ts';

/** Draws one of those that pass and haven't been seen; the same for the same seed. */
export function drawFrom(
  { documents, columns }: SearchIndex,
  filter: Filter,
  seen: readonly string[],
  seed: number,
): Draw {
  const hasPassed = passes(columns, filter);
  const isSeen = new Uint8Array(documents.length);
  for (const id of seen) {
    const ordinal = documents.ordinalOf(id);
    if (ordinal !== undefined) isSeen[ordinal] = 1;
  }
  let total = 0;
  const unseen: number[] = [];
  for (let ordinal = 0; ordinal < documents.length; ordinal += 1) {
    if (!hasPassed(ordinal)) continue;
    total += 1;
    if (!isSeen[ordinal]) unseen.push(ordinal);
  }
  const drawn = unseen[seed % unseen.length];
  const isExhausted = drawn === undefined;
  const passed = [...isSeen.keys()].filter((ordinal) => isExhausted && hasPassed(ordinal));
  return {
    document: isExhausted ? null : documents.at(drawn),
    total,
    unseen: unseen.length,
    exhausted: passed.map(documents.idAt),
  };
}
