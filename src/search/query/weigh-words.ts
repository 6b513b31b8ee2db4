import type { Correction } from '../hits.ts';
import { stem, type Term, terms } from '../text/analysis.ts';
import type { Weights } from '../text/snippet.ts';
import type { Deliberate } from './deliberate.ts';
import { correct } from './spelling.ts';
import type { WordStatistics } from './word-statistics.ts';

/** What the words of a query mean for an index. */
export type Weighed = {
  /** What to look up, weighted by how often it was typed; nothing that the index lacks. */
  weights: Weights;
  /** Whether all words are stop words, which texts are not searched for. */
  isCommon: boolean;
  corrections: readonly Correction[];
  /** For words that were surely meant, though another is near: nothing was searched in their place. */
  offers: readonly Correction[];
  /** As typed. */
  unknown: readonly string[];
};

/** Whether misspellings are corrected, and which words are surely meant. */
type Correcting = { corrects: boolean; isDeliberate: Deliberate };

/** A passage pasted in another language has hundreds of unknown words, and none is misspelt. */
const MOST_TRIED = 12;

/** More than a person types; a pasted passage has hundreds, and each costs time. */
const MOST_STEMS = 32;

/** "En-lai" is looked up by its words; "Enlai" counts little beside them, or it counts twice. */
const COMPOUND_WEIGHT = 0.1;

/** The words of a query by which documents are looked up. */
export const queryTerms = (text: string): Term[] =>
  terms(text).filter(({ kind }) => kind !== 'stop word' && kind !== 'half');

/**
 * Weighs the words of a text; what is no word is passed over.
 * @param exact texts whose words are meant as they are typed
 * @param correcting whether words that the index lacks are taken for the nearest that it has, and
 * which of them are only offered another
 * @param names words that are part of a known name: those settled are neither corrected nor unknown,
 * and fragments are passed over
 */
export function weighWords(
  text: string,
  exact: readonly string[],
  index: WordStatistics,
  { corrects, isDeliberate }: Correcting,
  { settled, fragments }: Record<'settled' | 'fragments', ReadonlySet<string>>,
): Weighed {
  const weights = new Map<string, number>();
  const tried = new Map<string, string | undefined>();
  const corrections: Correction[] = [];
  const offers: Correction[] = [];
  const unknown = new Set<string>();
  const typed = queryTerms(text).filter(({ word }) => !fragments.has(word));
  const meant = exact.flatMap(queryTerms);
  const weigh = ({ kind }: Term, key: string) =>
    weights.set(key, (weights.get(key) ?? 0) + (kind === 'compound' ? COMPOUND_WEIGHT : 1));
  for (const term of typed) {
    const used = index.frequency(term.stem) > 0 ? undefined : spelled(term);
    weigh(term, used === undefined ? term.stem : stem(used));
  }
  for (const term of meant) weigh(term, term.stem);
  return {
    weights: rarest(weights, index),
    isCommon: typed.length + meant.length === 0,
    corrections,
    offers,
    unknown: [...unknown],
  };

  function spelled({ kind, word, start, end }: Term): string | undefined {
    if (kind !== 'word' || settled.has(word)) return undefined;
    if (tried.has(word) || tried.size === MOST_TRIED) return tried.get(word);
    const printed = text.slice(start, end);
    const near = corrects ? correct(index.vocabulary, word) : undefined;
    const used = near && isDeliberate(printed, word, text) ? undefined : near;
    tried.set(word, used);
    if (used !== undefined) corrections.push({ typed: printed, used });
    else {
      unknown.add(printed);
      if (near !== undefined) offers.push({ typed: printed, used: near });
    }
    return used;
  }
}

/** What is left out of a long passage is what most documents hold. */
const rarest = (weights: Weights, index: WordStatistics): Weights =>
  new Map(
    [...weights]
      .filter(([stem]) => index.frequency(stem) > 0)
      .sort(([a, timesA], [b, timesB]) => timesB * index.idf(b) - timesA * index.idf(a))
      .slice(0, MOST_STEMS),
  );
