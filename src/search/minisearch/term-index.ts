import SearchableMap from 'minisearch/SearchableMap';
import type { Field } from '../query/typed-query.ts';
import type { Weights } from '../text/snippet.ts';
import { type PlaceTest, phraseIn, stemsIn } from './forward-index.ts';
import { idfOf } from './idf.ts';
import type { TermData } from './index-terms.ts';
import { type Likeness, likenessTo } from './latent/latent-space.ts';
import { countAt, type Holders, holdersOf, numberTerms } from './postings.ts';
import { addScore, type Scores } from './scores.ts';
import type { Vocabulary } from './spelling.ts';

export type TermIndex = {
  /** Adds a score to every document that holds any of the stems. */
  score(weights: Weights, scores: Scores): void;
  /** Adds what the stems alone would score, to documents that hold them all and score less yet. */
  scoreAll(stems: readonly string[], scores: Scores): void;
  /** The places of the documents that hold the stem, ascending. */
  holders(stem: string): Uint32Array;
  /** The places of the documents that hold all of the stems. */
  holdersOfAll(stems: readonly string[]): readonly number[];
  /** Whether the document at a place holds the stem. */
  holds(stem: string, place: number): boolean;
  /** Whether a document holds all of the stems. */
  holdsAll(stems: readonly string[]): PlaceTest;
  /** Whether a document holds all of the stems in one field. */
  holdsIn(stems: readonly string[], field: Field): PlaceTest;
  /** Whether a text of a document, in that field, says the words one after the other. */
  says(words: readonly string[], field: Field): PlaceTest;
  /** How many documents hold the stem. */
  frequency(stem: string): number;
  /** How much the stem tells: near 0 where all hold it, near ln(documents) where one does. */
  idf(stem: string): number;
  readonly vocabulary: Vocabulary;
  /** All stems that documents hold, pairs of characters among them. */
  readonly stems: readonly string[];
  /** How alike documents are to stems in what they are about; undefined for too few documents. */
  likeness: ((weights: Weights) => Likeness) | undefined;
};

/**
 * BM25's saturation and how much length counts, chosen on test collections.
 * @see https://doi.org/10.1561/1500000019 Robertson and Zaragoza, The Probabilistic Relevance Framework
 */
const K = 1.2;
const B = 0.7;

const NONE: Holders = { places: new Uint32Array(), counts: new Uint16Array() };

/** Opens what the documents hold for questions. */
export function createTermIndex({ postings, forward, wordCounts, latent }: TermData): TermIndex {
  const numberOf = numberTerms(postings);
  const holders = (stem: string): Holders => {
    const number = numberOf(stem);
    return number === undefined ? NONE : holdersOf(postings, number);
  };
  const { lengths } = postings;
  const mean = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1);
  const damping = Float32Array.from(lengths, (length) => K * (1 - B + (B * length) / (mean || 1)));
  const frequency = (stem: string) => holders(stem).places.length;
  const idf = (stem: string) => idfOf(frequency(stem), lengths.length);
  const holdersOfAll = (stems: readonly string[]): number[] => {
    const [fewest, ...others] = stems
      .map(holders)
      .sort((one, other) => one.places.length - other.places.length);
    return [...(fewest?.places ?? [])].filter((place) =>
      others.every((one) => countAt(one, place) > 0),
    );
  };
  /** What a stem scores in a document that holds it so often. */
  const bm25 = (stem: string, weight = 1) => {
    const worth = weight * idf(stem) * (K + 1);
    return (place: number, count: number) => (worth * count) / (count + (damping[place] ?? 0));
  };
  let vocabulary: Vocabulary | undefined;
  return {
    frequency,
    holds: (stem, place) => countAt(holders(stem), place) > 0,
    holdsAll(stems) {
      const marks = new Uint8Array(lengths.length);
      for (const place of holdersOfAll(stems)) marks[place] = 1;
      return (place) => marks[place] === 1;
    },
    holdsIn(stems, field) {
      const numbers = stems.map(numberOf).filter((number) => number !== undefined);
      return numbers.length === stems.length ? stemsIn(forward, numbers, field) : () => false;
    },
    says: (words, field) => phraseIn(forward, words, field),
    get vocabulary() {
      // Few questions are misspelt: the first that is waits for it, not every start.
      vocabulary ??= SearchableMap.from(
        forward.dictionary
          .map((word, number): [string, number] => [word, wordCounts[number] ?? 0])
          .filter(([, count]) => count > 0),
      );
      return vocabulary;
    },
    stems: postings.terms,
    idf,
    likeness:
      latent &&
      ((weights) => {
        const known = [...weights].flatMap(([stem, weight]) => {
          const number = numberOf(stem);
          return number === undefined ? [] : [{ number, weight: weight * idf(stem) }];
        });
        return likenessTo(latent, known);
      }),
    score(weights, scores) {
      for (const [stem, weight] of weights) {
        const worth = bm25(stem, weight);
        const { places, counts } = holders(stem);
        for (let i = 0; i < places.length; i += 1) {
          const place = places[i] ?? 0;
          addScore(scores, place, worth(place, counts[i] ?? 0));
        }
      }
    },
    holders: (stem) => holders(stem).places,
    holdersOfAll,
    scoreAll(stems, scores) {
      const each = stems.map((stem) => ({ worth: bm25(stem), held: holders(stem) }));
      for (const place of holdersOfAll(stems)) {
        const worth = each.reduce(
          (sum, one) => sum + one.worth(place, countAt(one.held, place)),
          0,
        );
        const missing = worth - (scores.at[place] ?? 0);
        if (missing > 0) addScore(scores, place, missing);
      }
    },
  };
}
