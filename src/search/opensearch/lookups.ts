import type { Name } from '../names/authority.ts';
import { createOtherNames } from '../names/other-names.ts';
import { spellingKey } from '../names/spelling-keys.ts';
import { createSpellings } from '../names/spellings.ts';
import { deliberateWords } from '../query/deliberate.ts';
import type { Knowledge } from '../query/interpret.ts';
import type { WordStatistics } from '../query/word-statistics.ts';
import { idfOf } from '../ranking/idf.ts';
import { fetchFacts } from './fetch-facts.ts';
import { forgetOldest } from './forget-oldest.ts';
import type { PinnedIndex } from './pinned-index.ts';
import type { Searched } from './searched.ts';

/** What a question needs to know of the documents, beside the documents that it finds. */
export type Known = Knowledge & {
  /** What records hold, and what texts do, whichever are searched. */
  ofRecords: WordStatistics;
  ofTexts: WordStatistics;
  /** How many documents hold all terms of any of some groups. */
  holding(groups: readonly (readonly string[])[]): number;
  /** How many titles hold all of some words. */
  titlesHolding(words: readonly string[]): number;
  /** A term's row of the directions; undefined for a term that has none. */
  directionsOf(term: string): Float32Array | undefined;
};

/** How many documents print a word, and how many hold it as a term, in each of what can be searched. */
export type WordFacts = Record<Searched, { printed: number; frequency: number }>;

/** What is known by now of words, keys of spellings, and terms that documents hold together. */
export type Facts = {
  words: Map<string, WordFacts>;
  directions: Map<string, Float32Array | undefined>;
  /** Words by a key of their spelling. */
  alike: Map<string, readonly string[]>;
  /** Printed words near to one, with how many documents print each; by what is searched and the one. */
  near: Map<string, ReadonlyMap<string, readonly [number]>>;
  /** By what is searched and groups of terms, as JSON. */
  holding: Map<string, number>;
  /** By words as JSON. */
  titles: Map<string, number>;
};

/** What is still to be asked for. */
export type Missing = { [Kind in keyof Facts]: Set<string> };

export type Lookups = {
  /**
   * Works something out from what is known. Where it needs more, that is fetched, all at once, and it
   * is worked out again: so what is written for an archive in memory serves one that must be asked.
   * @param searched what is known is known of
   */
  settle<Result>(searched: Searched, work: (known: Known) => Result): Promise<Result>;
};

/** Each round asks for what the one before has led to: words, names that they sound like, spellings. */
const MOST_ROUNDS = 12;
/** As many facts, and words in them, are kept of each kind: some megabytes in all. */
const MOST_KEPT = 5000;

/** @param names what persons and places are also called */
export function createLookups(index: PinnedIndex, names: readonly Name[]): Lookups {
  const facts: Facts = {
    words: new Map(),
    directions: new Map(),
    alike: new Map(),
    near: new Map(),
    holding: new Map(),
    titles: new Map(),
  };
  let missing = nothing();
  /** A fact, or what stands for it until it is known. */
  const get = <Kind extends keyof Facts, Value>(
    kind: Kind,
    key: string,
    meanwhile: Value,
  ): Value => {
    const kept = facts[kind] as Map<string, unknown>;
    if (kept.has(key)) return kept.get(key) as Value;
    missing[kind].add(key);
    return meanwhile;
  };
  // A term is taken for known until it is: else spellings of each would be fetched.
  const word = (text: string) => get('words', text, UNKNOWN);
  const holding = (searched: Searched, groups: readonly (readonly string[])[]) =>
    get('holding', JSON.stringify([searched, groups]), 0);
  const { documents, texts } = index.meta;
  const statisticsOf = (searched: Searched): WordStatistics => {
    const total = searched === 'texts' ? texts.documents : documents;
    return {
      frequency: (term) => word(term)[searched].frequency,
      idf: (term) => idfOf(word(term)[searched].frequency, total),
      isPrinted: (text) => word(text)[searched].printed > 0,
      areTogether: (sought) => holding(searched, [sought]) > 0,
      vocabulary: { fuzzyGet: (text) => get('near', JSON.stringify([searched, text]), new Map()) },
    };
  };
  const spellings = createSpellings((kind) => ({
    learn: () => {},
    of: (key) => get('alike', spellingKey(kind, key), []),
  }));
  const isDeliberate = deliberateWords(names);
  const [ofRecords, ofTexts] = [statisticsOf('records'), statisticsOf('texts')];
  const knownOf = (searched: Searched, terms: WordStatistics): Known => ({
    terms,
    ofRecords,
    ofTexts,
    otherNames: createOtherNames(names, terms, spellings),
    isDeliberate,
    holding: (groups) => holding(searched, groups),
    titlesHolding: (words) => get('titles', JSON.stringify(words), 0),
    directionsOf: (term) => get('directions', term, undefined),
  });
  const known: Record<Searched, Known> = {
    records: knownOf('records', ofRecords),
    texts: knownOf('texts', ofTexts),
    both: knownOf('both', statisticsOf('both')),
  };
  return {
    async settle(searched, work) {
      for (const kept of Object.values(facts)) forgetOldest<unknown>(kept, MOST_KEPT, sizeOf);
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        missing = nothing();
        const result = work(known[searched]);
        const sought = missing;
        if (Object.values(sought).every(({ size }) => size === 0)) return result;
        await fetchFacts(index, sought, facts);
      }
      throw new Error('a question led from words to words without an end');
    },
  };
}

/** A fact, and the words that it names. */
function sizeOf(fact: unknown): number {
  if (Array.isArray(fact)) return 1 + fact.length;
  return fact instanceof Map ? 1 + fact.size : 1;
}

const ONCE = { printed: 0, frequency: 1 };
const UNKNOWN: WordFacts = { records: ONCE, texts: ONCE, both: ONCE };

const nothing = (): Missing => ({
  words: new Set(),
  directions: new Set(),
  alike: new Set(),
  near: new Set(),
  holding: new Set(),
  titles: new Set(),
});
