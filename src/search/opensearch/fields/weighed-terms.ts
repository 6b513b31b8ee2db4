import { TERM_SCALE } from '../mapping.ts';
import type { TermEntry } from './lexicon.ts';

/** The most that a term may count, and all terms of a document: Lucene adds them up in 32 bits. */
const MOST_COUNTED = 2 ** 24;
const MOST_IN_ALL = 2 ** 31 - 1;
/** Stands for the terms of a document that has none, so that it is counted among all. */
const NO_TERM = '-|1';

/**
 * Terms with how often each is held, divided by a length norm, as a field of weighted terms has them.
 * @param countOf how often a term is held
 */
export function weighed(
  terms: readonly TermEntry[],
  countOf: (term: TermEntry) => number,
  norm: number,
): string {
  const weights = terms.map((term) =>
    Math.max(1, Math.min(Math.round((TERM_SCALE * countOf(term)) / norm), MOST_COUNTED)),
  );
  const sum = weights.reduce((a, b) => a + b, 0);
  // Rounding up adds less than one for each term.
  const share = Math.min(1, (MOST_IN_ALL - terms.length) / sum);
  let text = '';
  for (const [i, { token }] of terms.entries())
    text += `${token}|${share < 1 ? Math.ceil((weights[i] ?? 1) * share) : weights[i]} `;
  return text || NO_TERM;
}
