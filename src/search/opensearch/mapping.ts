import { BM25 } from '../ranking/bm25.ts';
import {
  AT_ONE_PLACE,
  BLANKS,
  counted,
  keyword,
  PLACED,
  placed,
  read,
  sought,
  stems,
  stored,
  UNKEPT,
  UNREAD,
  UNSOUGHT,
  words,
} from './field-types.ts';

/** The fields that hold what conditions look in, beside those of everything. */
export const FIELDS = ['title', 'person', 'place', 'subject', 'collection'] as const;

/**
 * How often a document holds a term, divided by its length norm, as a whole number: so OpenSearch's
 * own BM25, with this for its saturation and no regard to length, gives just our scores.
 */
export const TERM_SCALE = 2 ** 18;
/** What BM25 leaves out that ours has. */
export const SCORE_SCALE = BM25.k + 1;

/** More words than a reference has: what is looked for in one doesn't reach into the next. */
export const REFERENCE_GAP = 10_000;

export type Shape = { shards: number; replicas: number };

/** The index of documents: what is searched are tokens of ours, divided by blanks. */
export const documentsIndex = ({ shards }: Pick<Shape, 'shards'>) => ({
  settings: {
    ...whileLoading(shards),
    'index.max_terms_count': 65_536,
    analysis: {
      tokenizer: { blanks: BLANKS },
      filter: { counts: { type: 'delimited_term_freq', delimiter: '|' }, ...AT_ONE_PLACE },
      analyzer: {
        blanks: { type: 'custom', tokenizer: 'blanks' },
        counted: { type: 'custom', tokenizer: 'blanks', filter: ['counts'] },
        placed: PLACED,
      },
    },
    similarity: { scaled: { type: 'BM25', k1: TERM_SCALE, b: 0 } },
  },
  mappings: {
    dynamic: false,
    _source: UNKEPT,
    properties: {
      line: stored,
      id: keyword,
      digest: read('long'),
      position: read('double'),
      stems: counted,
      words,
      text_stems: counted,
      text_words: placed,
      text_pages: { type: 'integer' },
      text_length: read('long'),
      ...Object.fromEntries(
        FIELDS.flatMap((field) => [
          [`words_${field}`, words],
          [`stems_${field}`, stems],
        ]),
      ),
      title_terms: { ...stems, index_prefixes: { min_chars: 1, max_chars: 3 } },
      title_words: keyword,
      title_rank: { type: 'long' },
      title_share: read('float'),
      title_folded: sought('long'),
      address: sought('long'),
      page_addresses: sought('long'),
      references: { ...words, position_increment_gap: REFERENCE_GAP },
      whole_references: sought('long'),
      look: { type: 'long' },
      collection: keyword,
      collection_folded: { ...keyword, ...UNREAD },
      people: keyword,
      kinds: { ...keyword, ...UNSOUGHT },
      languages: { ...keyword, ...UNSOUGHT },
      rights: { ...keyword, ...UNSOUGHT },
      first: { type: 'long' },
      last: { type: 'long' },
      start: read('long'),
      end: read('long'),
      is_open: read('byte'),
      undated: { type: 'boolean' },
      date_key: { ...keyword, ...UNSOUGHT },
      undated_key: { ...keyword, ...UNSOUGHT },
      certain_day: { type: 'short' },
      certain_days: sought('short'),
      doubtful_days: sought('short'),
      month_only: sought('byte'),
      day: read('long'),
      month: read('long'),
      year: read('long'),
      decade: read('long'),
      decades: read('short'),
      draw: read('long'),
      shows: read('byte'),
      vector: { type: 'binary', doc_values: true },
    },
  },
});

/** The index of pages: what each says, and what the next begins with, for passages that run on. */
export const pagesIndex = ({ shards }: Pick<Shape, 'shards'>) => ({
  settings: {
    ...whileLoading(shards),
    'index.codec': 'best_compression',
    analysis: {
      tokenizer: { blanks: BLANKS },
      filter: AT_ONE_PLACE,
      analyzer: { blanks: { type: 'custom', tokenizer: 'blanks' }, placed: PLACED },
    },
  },
  mappings: {
    dynamic: false,
    _source: UNKEPT,
    properties: {
      document: { ...keyword, ...UNREAD },
      page: { type: 'integer' },
      stems,
      next_stems: stems,
      words: placed,
      line: stored,
      next: stored,
    },
  },
});

/**
 * The index of words: how many documents print and hold each, in their records, in their texts, and in
 * either of them; and what the words sound like.
 */
export const wordsIndex = ({ shards }: Pick<Shape, 'shards'>) => ({
  settings: whileLoading(shards),
  mappings: {
    dynamic: false,
    properties: {
      word: keyword,
      printed: { type: 'integer' },
      printed_texts: { type: 'integer' },
      printed_most: { type: 'integer' },
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
