import { BM25 } from '../ranking/bm25.ts';

/** The fields that hold what conditions look in, beside those of everything. */
export const FIELDS = ['title', 'person', 'place', 'subject', 'collection'] as const;

/** Documents as they are indexed: raised where a change of code makes other fields of them. */
export const MAPPING_VERSION = 1;

/**
 * How often a document holds a term, divided by its length norm, as a whole number: so OpenSearch's
 * own BM25, with this for its saturation and no regard to length, gives just our scores.
 */
export const TERM_SCALE = 2 ** 18;
/** What BM25 leaves out that ours has. */
export const SCORE_SCALE = BM25.k + 1;

/** Any value that isn't longer is kept whole; Lucene takes no more than 32,766 bytes. */
const LONGEST_VALUE = 8000;

const LISTED = { index_options: 'docs', norms: false } as const;
const words = { type: 'text', analyzer: 'blanks', norms: false };
const stems = { type: 'text', analyzer: 'blanks', ...LISTED };
const keyword = { type: 'keyword', ignore_above: LONGEST_VALUE };
const number = { type: 'long' };
/** What is only read or sorted by. */
const read = (type: string) => ({ type, index: false });

export type Shape = { shards: number; replicas: number };

/** The index of documents: what is searched are tokens of ours, divided by blanks. */
export const documentsIndex = ({ shards }: Pick<Shape, 'shards'>) => ({
  settings: {
    ...whileLoading(shards),
    // Titles are suggested in this order, and the first of many are found without the rest.
    'index.sort.field': ['title_rank', 'title_words', 'id'],
    'index.sort.order': ['asc', 'asc', 'asc'],
    'index.max_terms_count': 65_536,
    analysis: {
      tokenizer: { blanks: { type: 'whitespace', max_token_length: 1000 } },
      filter: { counts: { type: 'delimited_term_freq', delimiter: '|' } },
      analyzer: {
        blanks: { type: 'custom', tokenizer: 'blanks' },
        counted: { type: 'custom', tokenizer: 'blanks', filter: ['counts'] },
      },
    },
    similarity: { scaled: { type: 'BM25', k1: TERM_SCALE, b: 0 } },
  },
  mappings: {
    dynamic: false,
    _source: { includes: ['document'] },
    properties: {
      document: { type: 'object', enabled: false },
      id: keyword,
      digest: read('long'),
      position: read('double'),
      stems: {
        type: 'text',
        analyzer: 'counted',
        search_analyzer: 'blanks',
        similarity: 'scaled',
        index_options: 'freqs',
        norms: false,
      },
      words,
      ...Object.fromEntries(
        FIELDS.flatMap((field) => [
          [`words_${field}`, words],
          [`stems_${field}`, stems],
        ]),
      ),
      title_terms: { ...stems, index_prefixes: { min_chars: 1, max_chars: 4 } },
      title_words: keyword,
      title_rank: number,
      title_share: read('float'),
      title_folded: number,
      look: number,
      collection: keyword,
      collection_folded: { ...keyword, doc_values: false },
      people: keyword,
      kinds: keyword,
      languages: keyword,
      rights: keyword,
      first: number,
      last: number,
      start: number,
      end: number,
      is_open: { type: 'byte' },
      undated: { type: 'boolean' },
      date_key: keyword,
      undated_key: keyword,
      certain_day: { type: 'short' },
      certain_days: { type: 'short' },
      doubtful_days: { type: 'short' },
      month_only: { type: 'byte' },
      day: number,
      month: number,
      year: number,
      decade: number,
      decades: { type: 'short' },
      draw: number,
      shows: { type: 'byte' },
      vector: { type: 'binary', doc_values: true },
    },
  },
});

/** The index of words: which are printed, how many documents hold each, and what they sound like. */
export const wordsIndex = ({ shards }: Pick<Shape, 'shards'>) => ({
  settings: whileLoading(shards),
  mappings: {
    dynamic: false,
    properties: {
      word: keyword,
      printed: { type: 'integer' },
      keys: { ...keyword, doc_values: false },
    },
  },
});

/** Nothing is refreshed nor copied before all is there. */
const whileLoading = (shards: number) => ({
  number_of_shards: shards,
  number_of_replicas: 0,
  refresh_interval: '-1',
  'index.translog.durability': 'async',
  'index.translog.flush_threshold_size': '1gb',
});
