import MiniSearch, { type Options } from 'minisearch';
import SearchableMap from 'minisearch/SearchableMap';
import type { Document } from '../../data/corpus/document.ts';
import type { PackedDocuments } from '../../data/corpus/packed-documents.ts';
import { filled } from '../../data/filled.ts';
import { lowerBound } from '../../data/lower-bound.ts';
import { type Postings, postingsAt, postingsOf } from '../index/postings.ts';
import type { WordCounts } from '../questions.ts';
import { BM25, lengthNorm } from '../ranking/bm25.ts';
import { idfOf } from '../ranking/idf.ts';
import { termCounts } from '../text/term-counts.ts';
import { ReadOnlyMap } from './read-only-map.ts';
import { addScore, type Scores } from './scores.ts';

const FIELD = 'text';
const UNCHANGEABLE =
  'a packed index can’t be changed; index the documents with this one as the earlier';

/** MiniSearch with our analysis: one field that holds the stems of all texts, the title's twice. */
export const OPTIONS: Options<Document> = {
  fields: [FIELD],
  extractField: (document, field) =>
    field === FIELD ? documentStems(document).join(' ') : document.id,
  tokenize: (stems) => stems.split(' '),
  processTerm: (stem) => stem,
  searchOptions: { bm25: { ...BM25, d: 0 } },
};

/** The stems of a document, as often as they count. */
const documentStems = (document: Document): string[] =>
  [...termCounts(document)].flatMap(([stem, count]) => Array<string>(count).fill(stem));

/**
 * MiniSearch over packed postings. Where MiniSearch keeps maps, this one has views of typed arrays,
 * which take a tenth of the memory; all that can be asked of MiniSearch can be asked of it, with the
 * same answers. It can't be changed: `indexDocuments` makes another of it. MiniSearch's protected
 * fields are set here, so that its version is pinned, and tests compare it with a plain one.
 */
export class PackedMiniSearch extends MiniSearch<Document> {
  readonly #postings: Postings;
  /** The part of BM25's divisor that is a document's own. */
  readonly #lengthNorm: Float32Array;
  readonly #beside: WordCounts | undefined;

  /** @param beside what another archive holds, as whose documents these are scored */
  constructor(
    postings: Postings,
    documents: Pick<PackedDocuments, 'idAt' | 'ordinalOf'>,
    beside?: WordCounts,
  ) {
    super(OPTIONS);
    const { lengths } = postings;
    const total = lengths.length;
    const mean = beside?.meanLength || meanOf(lengths);
    this.#postings = postings;
    this.#beside = beside;
    this.#lengthNorm = filled(new Float32Array(total), (ordinal) =>
      lengthNorm(lengths[ordinal] ?? 0, mean),
    );
    const ordinals = () => lengths.keys();
    this._documentCount = total;
    this._nextId = total;
    this._avgFieldLength = [mean];
    this._documentIds = ReadOnlyMap.of(total, ordinals, documents.idAt);
    this._fieldLength = ReadOnlyMap.of(total, ordinals, (ordinal) => [lengths[ordinal] ?? 0]);
    const ids = () => Array.from(lengths.keys(), documents.idAt).values();
    this._idToShortId = ReadOnlyMap.of(total, ids, documents.ordinalOf);
    // Only prefixes and near spellings need the tree of terms, and it takes long to make.
    let tree: typeof this._index | undefined;
    Object.defineProperty(this, '_index', {
      get: () => {
        // The package's two type files each have a tree of their own.
        tree ??= treeOf(postings) as unknown as typeof this._index;
        return tree;
      },
    });
  }

  override add(): never {
    throw new Error(UNCHANGEABLE);
  }

  override remove(): never {
    throw new Error(UNCHANGEABLE);
  }

  override removeAll(): never {
    throw new Error(UNCHANGEABLE);
  }

  override discard(): never {
    throw new Error(UNCHANGEABLE);
  }

  /** How many documents hold a term, those of the other archive included. */
  frequency(term: string): number {
    return this.#own(term) + (this.#beside?.frequencies.get(term) ?? 0);
  }

  /** How much a term tells: near 0 where all documents hold it, near ln(documents) where one does. */
  idf(term: string): number {
    const { documents = 0, frequencies } = this.#beside ?? {};
    const there = frequencies?.get(term);
    return there
      ? idfOf(there, documents)
      : idfOf(this.#own(term), this.#postings.lengths.length + documents);
  }

  #own(term: string): number {
    return postingsOf(this.#postings, term).ordinals.length;
  }

  /**
   * Adds what terms score in each document that holds any of them: the scores of `search`, without the
   * object that it makes of every hit, which takes longer than all the rest.
   * @param weights how much each term counts
   */
  addScores(weights: ReadonlyMap<string, number>, scores: Scores): void {
    for (const [term, weight] of weights) {
      const scoreOf = this.scoreOf(term, weight);
      const { ordinals, counts } = postingsOf(this.#postings, term);
      for (let i = 0; i < ordinals.length; i += 1) {
        const ordinal = ordinals[i] ?? 0;
        addScore(scores, ordinal, scoreOf(ordinal, counts[i] ?? 0));
      }
    }
  }

  /** What a term scores in a document that holds it so often. */
  scoreOf(term: string, weight = 1): (ordinal: number, count: number) => number {
    const worth = weight * this.idf(term) * (BM25.k + 1);
    const norm = this.#lengthNorm;
    return (ordinal, count) => (worth * count) / (count + (norm[ordinal] ?? 0));
  }
}

/** How many different terms documents hold on average. */
export const meanOf = (lengths: Postings['lengths']): number =>
  lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1);

/** MiniSearch's tree of terms: of each term its fields, and of each field how often documents hold it. */
const treeOf = (postings: Postings) =>
  SearchableMap.from(
    postings.terms.map((term, number) => [
      term,
      ReadOnlyMap.of(
        1,
        () => [0].values(),
        () => frequencies(postings, number),
      ),
    ]),
  );

function frequencies(postings: Postings, term: number): Map<number, number> {
  const { ordinals, counts } = postingsAt(postings, term);
  // MiniSearch asks for the count of each document in the order of the keys.
  let next = 0;
  return ReadOnlyMap.of(
    ordinals.length,
    () => ordinals.values(),
    (ordinal) => {
      if (ordinals[next] !== ordinal) next = lowerBound(ordinals, ordinal);
      if (ordinals[next] !== ordinal) return undefined;
      next += 1;
      return counts[next - 1];
    },
  );
}
