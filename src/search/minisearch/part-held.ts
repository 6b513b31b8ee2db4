import { idfOf } from '../ranking/idf.ts';
import { typedStems } from '../ranking/sought-words.ts';
import type { Finding } from './find.ts';

/**
 * How much of a question the document holds that is best by its words: 0 to 1, each word counting by how
 * much it tells. Words that no document holds are not held by this one either.
 * @param documents how many there are
 */
export function partHeld(
  { best, weights, unknown, sought }: Pick<Finding, 'best' | 'weights' | 'unknown' | 'sought'>,
  documents: number,
): number {
  const words = typedStems(weights);
  const told = (stems: readonly string[]) => stems.reduce((sum, stem) => sum + sought.idf(stem), 0);
  const all = told(words) + unknown.length * idfOf(0, documents);
  const isHeld = (stem: string) => best !== undefined && sought.ordinalsOf(stem).includes(best);
  return all === 0 ? 1 : told(words.filter(isHeld)) / all;
}
