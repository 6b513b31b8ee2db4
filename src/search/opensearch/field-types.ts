/** Any value that isn't longer is kept whole; Lucene takes no more than 32,766 bytes. */
const LONGEST_VALUE = 8000;

const LISTED = { index_options: 'docs', norms: false } as const;
export const words = { type: 'text', analyzer: 'blanks', norms: false };
export const stems = { type: 'text', analyzer: 'blanks', ...LISTED };
export const keyword = { type: 'keyword', ignore_above: LONGEST_VALUE };
/** What is only read or sorted by. */
export const UNSOUGHT = { index: false };
export const read = (type: string) => ({ type, ...UNSOUGHT });
/** What is only looked for. */
export const UNREAD = { doc_values: false };
export const sought = (type: string) => ({ type, ...UNREAD });

/** Words whose places say which follow which; those that share a place stand in one token. */
export const placed = { type: 'text', analyzer: 'placed', search_analyzer: 'blanks', norms: false };
/** Terms with how often a document holds each, weighted. */
export const counted = {
  type: 'text',
  analyzer: 'counted',
  search_analyzer: 'blanks',
  similarity: 'scaled',
  index_options: 'freqs',
  norms: false,
};
/** What is only given back, as it was sent. */
export const stored = { type: 'keyword', index: false, doc_values: false, store: true };

/**
 * A document is kept as its line, and what it is found by only as an index has it. Nothing is sent to an
 * index once it is copied to other nodes, so that none of it is needed to copy it.
 */
export const UNKEPT = { enabled: false, recovery_source_enabled: false };

export const BLANKS = { type: 'whitespace', max_token_length: 1000 };
/** Divides a token at its bars, and leaves all parts in its place. */
export const AT_ONE_PLACE = {
  alternatives: { type: 'pattern_capture', patterns: ['([^|]+)'], preserve_original: false },
};
export const PLACED = { type: 'custom', tokenizer: 'blanks', filter: ['alternatives'] };
