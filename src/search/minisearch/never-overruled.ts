import { typedStems } from '../ranking/sought-words.ts';
import type { Finding } from './find.ts';
import type { RareNames } from './rare-names.ts';

/**
 * The documents that nothing found by its meaning alone may stand above: those that hold all rare names
 * that the question gives and any document holds, or all of its words.
 * @returns 1 for each of them, by ordinal
 */
export function neverOverruled(
  { weights, unknown, sought: terms }: Pick<Finding, 'weights' | 'unknown' | 'sought'>,
  { count, held }: RareNames,
): Uint8Array {
  const marks = held.map((names) => (count > 0 && names === count ? 1 : 0));
  const stems = typedStems(weights);
  if (unknown.length > 0 || stems.length === 0) return marks;
  for (const ordinal of terms.ordinalsOfAll(stems)) marks[ordinal] = 1;
  return marks;
}
