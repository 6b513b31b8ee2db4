import SearchableMap from 'minisearch/SearchableMap';
import type { PackedDocuments } from '../../data/corpus/packed-documents.ts';
import { numberIn } from '../index/coded-lists.ts';
import { type OrdinalTest, phraseIn, termsIn } from '../index/forward-index.ts';
import type { IndexData } from '../index/index-documents.ts';
import { countIn, postingsOf } from '../index/postings.ts';
import { createTermCounter } from '../index/term-counter.ts';
import { type Similarity, similarityTo } from '../latent/latent-space.ts';
import type { Vocabulary } from '../query/spelling.ts';
import type { Field } from '../query/typed-query.ts';
import type { WordStatistics } from '../query/word-statistics.ts';
import type { WordCounts } from '../questions.ts';
import { stem } from '../text/analysis.ts';
import type { Weights } from '../text/snippet.ts';
import { intersect } from './intersect.ts';
import { meanOf, PackedMiniSearch } from './packed-minisearch.ts';
import { addScore, type Scores } from './scores.ts';

export type TermIndex = WordStatistics & {
  /** Adds a score to every document that holds any of the terms. */
  score(weights: Weights, scores: Scores): void;
  /** Adds what the terms alone would score, to documents that hold them all and score less yet. */
  scoreAll(terms: readonly string[], scores: Scores): void;
  /** The documents that hold a term, ascending. */
  ordinalsOf(term: string): Uint32Array;
  /** The documents that hold all of the terms, ascending. */
  ordinalsOfAll(terms: readonly string[]): Uint32Array;
  /** Whether a document holds a term. */
  holds(term: string, ordinal: number): boolean;
  /** Whether a document holds all of the terms. */
  holdsAll(terms: readonly string[]): OrdinalTest;
  /** Whether its record does, whatever else is searched. */
  recordHoldsAll(terms: readonly string[]): OrdinalTest;
  /** Whether a document holds all of the terms in one field. */
  holdsIn(terms: readonly string[], field: Field): OrdinalTest;
  /** Whether a text of a document, in that field, says the words one after the other. */
  says(words: readonly string[], field: Field): OrdinalTest;
  /** The terms of a document and how often it holds each, as they come. */
  termsAt(ordinal: number): ReadonlyMap<string, number>;
  /** The words that documents print, without stop words. */
  printedWords(): readonly string[];
  /** All terms that documents hold, pairs of characters among them, sorted. */
  readonly terms: readonly string[];
  /** How similar documents are to terms in what they are about; undefined for too few documents. */
  similarity: ((weights: Weights) => Similarity) | undefined;
  /** How many different terms a document holds on average. */
  readonly meanLength: number;
  /** The same with the words of another archive, by which its documents and these are ranked alike. */
  beside(others: WordCounts): TermIndex;
};

/**
 * Opens what the documents hold for questions.
 * @param others what another archive holds, if words count as they do in both together
 * @param words the vocabulary, where it is known
 */
export function createTermIndex(
  { forward, postings, latent }: Pick<IndexData, 'forward' | 'postings' | 'latent'>,
  documents: Pick<PackedDocuments, 'idAt' | 'ordinalOf'>,
  others?: WordCounts,
  words?: () => Vocabulary,
): TermIndex {
  const miniSearch = new PackedMiniSearch(postings, documents, others);
  const { terms, termOf, lengths, printed } = postings;
  const counter = createTermCounter(forward, termOf, terms.length);
  const of = (term: string) => postingsOf(postings, term);
  const numberOf = (term: string) => numberIn(terms, term);
  const ordinalsOfAll = (sought: readonly string[]): Uint32Array =>
    intersect(sought.map((term) => of(term).ordinals));
  const holdsAll = (sought: readonly string[]): OrdinalTest => {
    const marks = new Uint8Array(lengths.length);
    for (const ordinal of ordinalsOfAll(sought)) marks[ordinal] = 1;
    return (ordinal) => marks[ordinal] === 1;
  };
  let vocabulary: Vocabulary | undefined;
  const own: TermIndex = {
    score: (weights, scores) => miniSearch.addScores(weights, scores),
    frequency: (term) => miniSearch.frequency(term),
    idf: (term) => miniSearch.idf(term),
    ordinalsOf: (term) => of(term).ordinals,
    holds: (term, ordinal) => countIn(of(term), ordinal) > 0,
    ordinalsOfAll,
    areTogether: (sought) => ordinalsOfAll(sought).length > 0,
    holdsAll,
    recordHoldsAll: holdsAll,
    holdsIn(sought, field) {
      const numbers = sought.map(numberOf).filter((number) => number !== undefined);
      return numbers.length === sought.length
        ? termsIn(forward.lists, numbers, termOf, field)
        : () => false;
    },
    says: (words, field) => phraseIn(forward, words, field),
    termsAt: (ordinal) =>
      new Map(
        counter
          .count(ordinal)
          .map((term) => [terms[term] ?? '', counter.counts[term] ?? 0] as const),
      ),
    printedWords: () => forward.dictionary.filter((_, number) => printed[number]),
    isPrinted: (word) =>
      (printed[numberIn(forward.dictionary, word) ?? -1] ?? 0) > 0 ||
      others?.frequencies.has(stem(word)) === true,
    get vocabulary() {
      // Few questions are misspelt: the first that is waits for it, not every start.
      vocabulary ??= words?.();
      vocabulary ??= SearchableMap.from(
        forward.dictionary
          .map((word, number): [string, number] => [word, printed[number] ?? 0])
          .filter(([, count]) => count > 0),
      );
      return vocabulary;
    },
    terms,
    similarity:
      latent &&
      ((weights) => {
        const known = [...weights].flatMap(([term, weight]) => {
          const number = numberOf(term);
          return number === undefined ? [] : [{ number, weight: weight * miniSearch.idf(term) }];
        });
        return similarityTo(latent, known);
      }),
    meanLength: meanOf(lengths),
    beside: (others) =>
      // What another archive's documents are about can't be told here, nor compared.
      createTermIndex(
        { forward, postings, latent: undefined },
        documents,
        others,
        () => own.vocabulary,
      ),
    scoreAll(sought, scores) {
      const each = sought.map((term) => ({ score: miniSearch.scoreOf(term), held: of(term) }));
      for (const ordinal of ordinalsOfAll(sought)) {
        const worth = each.reduce(
          (sum, one) => sum + one.score(ordinal, countIn(one.held, ordinal)),
          0,
        );
        const missing = worth - (scores.at[ordinal] ?? 0);
        if (missing > 0) addScore(scores, ordinal, missing);
      }
    },
  };
  return own;
}
