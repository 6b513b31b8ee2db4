import { asToken, asTokens, beginning, ending, ofNextPage } from './tokens.ts';

type Span = Record<string, unknown>;
/** What finds a token of a field. */
type Find = (token: string) => Span;

/** Each word is a few clauses, of which OpenSearch takes 1,024. */
const MOST_WORDS = 150;

/**
 * What says words one after the other in a text. A word that is joined of two, such as one that the end
 * of a line has parted, stands there as its two halves and as a whole that takes both their places.
 */
export function phraseIn(field: string, words: readonly string[]): Span {
  if (words.length > MOST_WORDS) return { match_phrase: { [field]: asTokens(words) } };
  const find = finding(field);
  return inOrder(words.map((word) => wordOf(asToken(word), find, find)));
}

/** What says words on a page, or begins to say them there and goes on on the next. */
export function phraseFrom(field: string, words: readonly string[]): Span {
  const find = finding(field);
  const findOnEither = (token: string) => anyOf([find(token), find(ofNextPage(token))]);
  return inOrder(
    words.map((word, i) => wordOf(asToken(word), i === 0 ? find : findOnEither, findOnEither)),
  );
}

/** A word that takes one place, or two. */
const wordOf = (token: string, first: Find, second: Find): Span =>
  anyOf([first(token), inOrder([first(beginning(token)), second(ending(token))])]);

const finding =
  (field: string): Find =>
  (token) => ({ span_term: { [field]: { value: token } } });

const anyOf = (clauses: readonly Span[]): Span => ({ span_or: { clauses } });

const inOrder = (clauses: readonly Span[]): Span => {
  const [only] = clauses;
  return clauses.length === 1 && only ? only : { span_near: { clauses, slop: 0, in_order: true } };
};
