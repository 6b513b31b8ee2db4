import { numberOf } from '../../data/dates/spans.ts';
import { foldCollection } from '../query/filter.ts';
import type { Condition, TypedQuery } from '../query/typed-query.ts';
import type { Filter } from '../questions.ts';
import { bareWords, terms } from '../text/analysis.ts';
import { phraseIn } from './phrases.ts';
import { withReference } from './references.ts';
import type { Searched } from './searched.ts';
import { asToken, asTokens } from './tokens.ts';

/** A query as OpenSearch has it. */
export type Clause = Record<string, unknown>;

export const EVERYTHING: Clause = { match_all: {} };
export const NOTHING: Clause = { match_none: {} };

export const allOf = (filter: readonly Clause[]): Clause => {
  const [only] = filter;
  if (filter.length === 1 && only) return only;
  return filter.length === 0 ? EVERYTHING : { bool: { filter } };
};
export const anyOf = (should: readonly Clause[]): Clause => {
  const [only] = should;
  if (should.length === 1 && only) return only;
  return should.length === 0 ? NOTHING : { bool: { should, minimum_should_match: 1 } };
};
export const butNot = (clause: Clause, must_not: readonly Clause[]): Clause =>
  must_not.length === 0 ? clause : { bool: { filter: [clause], must_not } };

/** The same query, scored only for what passes a filter. */
export const within = (query: Clause, filter: readonly Clause[]): Clause =>
  filter.length === 0 ? query : { bool: { must: [query], filter } };

export const term = (field: string, value: string | number | boolean): Clause => ({
  term: { [field]: { value } },
});

/** The fields that hold the terms of what is searched. */
const FIELDS_OF: Record<Searched, readonly string[]> = {
  records: ['stems'],
  texts: ['text_stems'],
  both: ['stems', 'text_stems'],
};

/** What holds a term in any of some fields. */
const holding = (one: string, fields: readonly string[]): Clause =>
  anyOf(fields.map((field) => term(field, asToken(one))));

/** What holds all of some terms. */
const holdingAll = (stems: readonly string[], fields: readonly string[]): Clause =>
  stems.length === 0 ? NOTHING : allOf(stems.map((one) => holding(one, fields)));

/** What holds all terms of any of some groups. */
export const holdingAny = (groups: readonly (readonly string[])[], searched: Searched): Clause =>
  anyOf(groups.map((stems) => holdingAll(stems, FIELDS_OF[searched])));

/** What has a text. */
export const HAS_TEXT: Clause = { exists: { field: 'text_pages' } };

/** What holds a word in its title. */
export const inTitle = (word: string): Clause => holding(word, ['title_terms']);

/** What meets all that a query demands beside its words and dates, in what is searched. */
const meetingAll = (
  { required, excluded }: Pick<TypedQuery, 'required' | 'excluded'>,
  searched: Searched,
): Clause[] => {
  const test = (condition: Condition) => meeting(condition, searched);
  const wanted = required.map((group) => anyOf(group.map(test)));
  return excluded.length === 0 ? wanted : [...wanted, { bool: { must_not: excluded.map(test) } }];
};

/** What meets all that a query demands beside its words. */
export const demandsOf = (typed: TypedQuery, searched: Searched): Clause[] => [
  ...meetingAll(typed, searched),
  ...withinSpan(typed),
];

/** What meets by its record alone all that a query demands, its dates aside. */
export const metInRecord = (typed: TypedQuery): Clause => allOf(meetingAll(typed, 'records'));

function meeting({ field, text, isPhrase }: Condition, searched: Searched): Clause {
  if (field === 'reference') return withReference(text);
  if (isPhrase) {
    const words = bareWords(text);
    if (words.length === 0) return NOTHING;
    if (field !== 'any') return inOrder(`words_${field}`, words);
    return anyOf([
      ...(searched === 'texts' ? [] : [inOrder('words', words)]),
      ...(searched === 'records' ? [] : [phraseIn('text_words', words)]),
    ]);
  }
  const stems = terms(text)
    .filter(({ kind }) => kind === 'word' || kind === 'half')
    .map(({ stem }) => stem);
  return holdingAll(stems, field === 'any' ? FIELDS_OF[searched] : [`stems_${field}`]);
}

const inOrder = (field: string, words: readonly string[]): Clause => ({
  match_phrase: { [field]: asTokens(words) },
});

/** What passes a filter. */
export const passing = ({ from, to, collection, person }: Filter): Clause[] => [
  ...withinSpan({ from, to }),
  ...(collection === undefined ? [] : [term('collection_folded', foldCollection(collection))]),
  ...(person === undefined ? [] : [term('people', person)]),
];

/** What can be of a span, its ends included. */
export const withinSpan = ({ from, to }: Pick<Filter, 'from' | 'to'>): Clause[] => [
  ...(to ? [{ range: { first: { lte: numberOf(to) } } }] : []),
  ...(from ? [{ range: { last: { gte: numberOf(from) } } }] : []),
];

/** The best first; equal ones by their ids, so that a page never repeats what another showed. */
export const BY_SCORE = [{ _score: 'desc' }, { id: 'asc' }];

/** Oldest first, the undated last. */
export const BY_DATE = [
  { date_key: { order: 'asc', missing: '_last' } },
  { undated_key: { order: 'asc', missing: '_last' } },
];
