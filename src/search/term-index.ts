import MiniSearch from 'minisearch';
import SearchableMap from 'minisearch/SearchableMap';
import type { Document } from '../data/document.ts';
import { type Term, terms } from './analysis.ts';
import { textsBesideTitle } from './searched-text.ts';
import type { Vocabulary } from './spelling.ts';

/** Stems to look for, each with its weight. */
export type Weights = ReadonlyMap<string, number>;

/** Scores of what was found, by the document's place in the list that was indexed. */
export type Scores = Map<number, number>;

export type TermIndex = {
  /** Every document that holds any of the stems. */
  score(weights: Weights): Scores;
  /** How many documents hold the stem. */
  frequency(stem: string): number;
  /** How much the stem tells: near 0 where all hold it, near ln(documents) where one does. */
  telling(stem: string): number;
  vocabulary: Vocabulary;
};

/** Measured on test collections: a length-independent bonus for any match (`d`) only costs quality. */
const BM25 = { k: 1.2, b: 0.7, d: 0 };

/** Indexes the documents by their place in the list. */
export function createTermIndex(documents: readonly Document[]): TermIndex {
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { bm25: BM25 },
  });
  const frequencies = new Map<string, number>();
  const words = new Map<string, number>();
  for (const [id, document] of documents.entries()) {
    const found = documentTerms(document);
    index.add({ id, text: found.map(({ stem }) => stem).join(' ') });
    count(frequencies, new Set(found.map(({ stem }) => stem)));
    count(words, new Set(found.flatMap(({ kind, word }) => (kind === 'word' ? word : []))));
  }
  const frequency = (stem: string) => frequencies.get(stem) ?? 0;
  return {
    frequency,
    vocabulary: SearchableMap.from([...words]),
    telling: (stem) =>
      Math.log(1 + (documents.length - frequency(stem) + 0.5) / (frequency(stem) + 0.5)),
    score: (weights) => {
      const boostTerm = (stem: string) => weights.get(stem) ?? 1;
      const found = index.search([...weights.keys()].join(' '), { boostTerm });
      // MiniSearch multiplies a score by the number of terms matched, which ranks worse: undone.
      return new Map(found.map(({ id, score, queryTerms }) => [id, score / queryTerms.length]));
    },
  };
}

/** The stems of a document that tell it apart, as often as it holds them; those of its title twice. */
export const documentStems = (document: Document): string[] =>
  documentTerms(document).map(({ stem }) => stem);

function documentTerms(document: Document): Term[] {
  const ofTitle = terms(document.title);
  const others = textsBesideTitle(document).flatMap(terms);
  return [...ofTitle, ...ofTitle, ...others].filter(({ kind }) => kind !== 'stop word');
}

function count(counts: Map<string, number>, values: Iterable<string>): void {
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
}
