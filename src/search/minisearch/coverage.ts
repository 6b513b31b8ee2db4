import { idfOf } from '../ranking/idf.ts';
import type { Finding } from './find.ts';
import type { TermIndex } from './term-index.ts';

/**
 * How much of a question the document holds that is best by its words: 0 to 1, each word counting by how
 * much it tells. Words that no document holds are not held by this one either.
 * @param documents how many there are
 */
export function coverageOf(
  { best, weights, unknown }: Pick<Finding, 'best' | 'weights' | 'unknown'>,
  terms: Pick<TermIndex, 'idf' | 'holds'>,
  documents: number,
): number {
  const words = [...weights].filter(([, weight]) => weight >= 1).map(([stem]) => stem);
  const told = (stems: readonly string[]) => stems.reduce((sum, stem) => sum + terms.idf(stem), 0);
  const all = told(words) + unknown.length * idfOf(0, documents);
  const isHeld = (stem: string) => best !== undefined && terms.holds(stem, best);
  return all === 0 ? 1 : told(words.filter(isHeld)) / all;
}
