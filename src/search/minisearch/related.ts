import { daysApart } from '../../data/dates/days-apart.ts';
import { daysOf, type Spans } from '../../data/dates/spans.ts';
import type { Why } from '../hits.ts';
import type { CodedLists } from '../index/coded-lists.ts';
import { listAt } from '../index/lists.ts';
import { printedWords, wordsInCommon } from '../ranking/related-words.ts';
import type { Weights } from '../text/snippet.ts';
import { byScore, firstOf } from './order.ts';
import { noScores } from './scores.ts';
import { ordinalTyped, type SearchIndex } from './search-index.ts';
import type { TermIndex } from './term-index.ts';

/** Enough to say what a document is about; more brings in what it merely mentions. */
const MOST_TERMS = 16;

/** So many of those that share most words are looked at for names and days. */
const LOOKED_AT = 300;
/** What a name in common counts, against the best by words, and how many of them do. */
const A_NAME = 0.15;
const MOST_NAMES = 2;
/** How much the same day raises a document; half a year away, little more than a third of that. */
const SAME_DAY = 0.25;
const NEAR_DAYS = 180;
/** What a fifth of all documents hold, and more than a few, is no reason. */
const LEAST_USUAL = 10;
/** Words and names that a reason needs. */
const MOST_SAID = 3;

/** A document that is related, and by what. */
type Related = { ordinal: number; score: number; why: Why };

/**
 * The documents most like one, best first: by its most telling words, the persons that both name, and
 * nearness in time. None for an unknown id.
 */
export function findRelated(
  index: SearchIndex,
  id: string,
  limit: number,
): { related: Related[]; stems: readonly string[] } {
  const { documents, columns, terms } = index;
  const own = ordinalTyped(index, id);
  if (own === undefined) return { related: [], stems: [] };
  const weights = keyTerms(terms.termsAt(own), terms);
  const scores = noScores(documents.length);
  terms.score(weights, scores);
  const others = scores.ordinals.filter((ordinal) => ordinal !== own);
  const first = firstOf(others, Math.max(limit, LOOKED_AT), byScore(scores.at));
  const top = scores.at[first[0] ?? 0] ?? 0;
  const printed = printedWords(documents.at(own));
  const usual = Math.max(LEAST_USUAL, documents.length / 5);
  const isRare = (term: string) => terms.frequency(term) <= usual;
  const related = first.map((ordinal) => {
    const people = sharedValues(columns.values.people, own, ordinal);
    const days = daysBetween(columns.spans, own, ordinal);
    const near = days === null ? 0 : SAME_DAY * Math.exp(-days / NEAR_DAYS);
    const named = A_NAME * top * Math.min(people.length, MOST_NAMES);
    const shared = [...weights.keys()].filter((term) => terms.holds(term, ordinal));
    const words = wordsInCommon(shared, isRare, printed, people, MOST_SAID);
    const why = { words, people: people.slice(0, MOST_SAID), days };
    return { ordinal, score: (scores.at[ordinal] ?? 0) * (1 + near) + named, why };
  });
  related.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal);
  return { related: related.slice(0, limit), stems: [...weights.keys()] };
}

/** The values that two documents have in common, as the first has them. */
function sharedValues({ dictionary, lists }: CodedLists, one: number, other: number): string[] {
  const others = listAt(lists, other);
  return [...listAt(lists, one)]
    .filter((number) => others.includes(number))
    .map((number) => dictionary[number] ?? '');
}

/** Days between two dates at least, 0 where they overlap; null where one has no days. */
function daysBetween(spans: Spans, one: number, other: number): number | null {
  const { start, end } = daysOf(spans, other);
  return start && end ? daysApart(daysOf(spans, one), { from: start, to: end }) : null;
}

/**
 * The terms that tell a document best from the others (tf·idf), weighted by how often it holds
 * them. Those that it alone holds relate it to nothing and are left out.
 */
function keyTerms(counts: ReadonlyMap<string, number>, index: TermIndex): Weights {
  const weights = [...counts]
    .filter(([term]) => index.frequency(term) > 1)
    .map(([term, count]) => ({ term, weight: 1 + Math.log(count) }))
    .sort((a, b) => b.weight * index.idf(b.term) - a.weight * index.idf(a.term));
  return new Map(weights.slice(0, MOST_TERMS).map(({ term, weight }) => [term, weight]));
}
