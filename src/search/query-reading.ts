import { stem, type Term, terms } from './analysis.ts';
import type { Correction } from './engine.ts';
import { correct } from './spelling.ts';
import type { TermIndex, Weights } from './term-index.ts';

/** How a query was understood. */
export type Reading = {
  /** What to look up, weighted by how often it was typed; nothing that the index lacks. */
  weights: Weights;
  /** Whether all words are stop words, which texts are not searched for. */
  isCommon: boolean;
  corrections: readonly Correction[];
  /** As typed. */
  unknown: readonly string[];
};

/** A passage pasted in another language has hundreds of unknown words, and none is a slip. */
const MOST_TRIED = 12;

/** More than a person types; a pasted passage has hundreds, and each costs time. */
const MOST_STEMS = 32;

/** "En-lai" is looked up by its words; "Enlai" counts little beside them, or it counts twice. */
const COMPOUND_WEIGHT = 0.1;

/** The words of a query by which documents are looked up. */
export const queryTerms = (text: string): Term[] =>
  terms(text).filter(({ kind }) => kind !== 'stop word' && kind !== 'half');

/** Any text has a reading: what is no word is passed over. */
export function readQuery(text: string, index: TermIndex): Reading {
  const weights = new Map<string, number>();
  const tried = new Map<string, string | undefined>();
  const corrections: Correction[] = [];
  const unknown = new Set<string>();
  const typed = queryTerms(text);
  for (const term of typed) {
    const used = index.frequency(term.stem) > 0 ? undefined : spelled(term);
    const key = used === undefined ? term.stem : stem(used);
    weights.set(key, (weights.get(key) ?? 0) + (term.kind === 'compound' ? COMPOUND_WEIGHT : 1));
  }
  return {
    weights: mostTelling(weights, index),
    isCommon: typed.length === 0,
    corrections,
    unknown: [...unknown],
  };

  function spelled({ kind, word, start, end }: Term): string | undefined {
    if (kind !== 'word' || tried.has(word) || tried.size === MOST_TRIED) return tried.get(word);
    const used = correct(index.vocabulary, word);
    tried.set(word, used);
    const printed = text.slice(start, end);
    if (used === undefined) unknown.add(printed);
    else corrections.push({ typed: printed, used });
    return used;
  }
}

/** What is left out of a long passage is what most documents hold. */
const mostTelling = (weights: Weights, index: TermIndex): Weights =>
  new Map(
    [...weights]
      .filter(([stem]) => index.frequency(stem) > 0)
      .sort(([a, timesA], [b, timesB]) => timesB * index.telling(b) - timesA * index.telling(a))
      .slice(0, MOST_STEMS),
  );
