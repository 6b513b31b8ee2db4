import SearchableMap from 'minisearch/SearchableMap';
import type { Document } from '../data/document.ts';
import { type Term, terms } from './analysis.ts';
import { type LatentSpace, learnLatentSpace } from './latent/latent-space.ts';
import { Postings } from './postings.ts';
import { addScore, type Scores } from './scores.ts';
import { textsBesideTitle } from './searched-text.ts';
import type { Vocabulary } from './spelling.ts';

/** Stems to look for, each with its weight. */
export type Weights = ReadonlyMap<string, number>;

export type TermIndex = {
  /** Adds a score to every document that holds any of the stems. */
  score(weights: Weights, scores: Scores): void;
  /** Adds what the stems alone would score, to documents that hold them all and score less yet. */
  scoreAll(stems: readonly string[], scores: Scores): void;
  /** The places of the documents that hold all of the stems. */
  holdersOfAll(stems: readonly string[]): readonly number[];
  /** Whether the document at a place holds the stem. */
  holds(stem: string, place: number): boolean;
  /** How many documents hold the stem. */
  frequency(stem: string): number;
  /** How much the stem tells: near 0 where all hold it, near ln(documents) where one does. */
  telling(stem: string): number;
  vocabulary: Vocabulary;
  /** What the documents show of which stems go together; undefined for too few documents. */
  latent: LatentSpace | undefined;
};

/**
 * BM25's saturation and how much length counts, chosen on test collections.
 * @see https://doi.org/10.1561/1500000019 Robertson and Zaragoza, The Probabilistic Relevance Framework
 */
const K = 1.2;
const B = 0.7;

/** Indexes the documents by their place in the list. */
export function createTermIndex(documents: readonly Document[]): TermIndex {
  const postings = new Postings();
  const words = new Map<string, number>();
  for (const [place, document] of documents.entries()) {
    const found = documentTerms(document);
    postings.append(
      place,
      found.map(({ stem }) => stem),
    );
    count(words, new Set(found.flatMap(({ kind, word }) => (kind === 'word' ? word : []))));
  }
  const lengths = Float32Array.from(documents, (_, place) => postings.lengthAt(place));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / (documents.length || 1);
  const damping = lengths.map((length) => K * (1 - B + (B * length) / (mean || 1)));
  const frequency = (stem: string) => postings.holders(stem).size;
  const telling = (stem: string) =>
    Math.log(1 + (documents.length - frequency(stem) + 0.5) / (frequency(stem) + 0.5));
  const holdersOfAll = (stems: readonly string[]): number[] => {
    const [fewest, ...others] = stems
      .map((stem) => postings.holders(stem))
      .sort((one, other) => one.size - other.size);
    return [...(fewest?.keys() ?? [])].filter((place) => others.every((one) => one.has(place)));
  };
  /** What a stem scores in a document that holds it so often. */
  const bm25 = (stem: string, weight = 1) => {
    const worth = weight * telling(stem) * (K + 1);
    return (place: number, count: number) => (worth * count) / (count + (damping[place] ?? 0));
  };
  return {
    frequency,
    holds: (stem, place) => postings.holders(stem).has(place),
    vocabulary: SearchableMap.from([...words]),
    telling,
    latent: learnLatentSpace({
      documents: documents.length,
      terms: [...postings.terms()].filter((stem) => frequency(stem) > 1),
      holders: (stem) => postings.holders(stem),
      telling,
    }),
    score(weights, scores) {
      for (const [stem, weight] of weights) {
        const worth = bm25(stem, weight);
        for (const [place, count] of postings.holders(stem)) {
          addScore(scores, place, worth(place, count));
        }
      }
    },
    holdersOfAll,
    scoreAll(stems, scores) {
      const each = stems.map((stem) => ({ worth: bm25(stem), held: postings.holders(stem) }));
      for (const place of holdersOfAll(stems)) {
        const worth = each.reduce(
          (sum, one) => sum + one.worth(place, one.held.get(place) ?? 0),
          0,
        );
        const missing = worth - (scores.at[place] ?? 0);
        if (missing > 0) addScore(scores, place, missing);
      }
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
