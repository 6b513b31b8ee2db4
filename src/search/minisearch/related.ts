import { daysApart } from '../../data/dates/days-apart.ts';
import { daysOf, type Spans } from '../../data/dates/spans.ts';
import type { Why } from '../hits.ts';
import type { CodedLists } from '../index/coded-lists.ts';
import { listAt } from '../index/lists.ts';
import { isRareAmong, keyTerms, MOST_SAID, relatedScore } from '../ranking/related-documents.ts';
import { printedWords, wordsInCommon } from '../ranking/related-words.ts';
import { LOOKED_AT } from '../ranking/similar-first.ts';
import { byScore, firstOf } from './order.ts';
import { noScores } from './scores.ts';
import { ordinalTyped, type SearchIndex } from './search-index.ts';

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
  const isRareAt = isRareAmong(documents.length);
  const isRare = (term: string) => isRareAt(terms.frequency(term));
  const related = first.map((ordinal) => {
    const people = sharedValues(columns.values.people, own, ordinal);
    const days = daysBetween(columns.spans, own, ordinal);
    const shared = [...weights.keys()].filter((term) => terms.holds(term, ordinal));
    const words = wordsInCommon(shared, isRare, printed, people, MOST_SAID);
    const why = { words, people: people.slice(0, MOST_SAID), days };
    const score = relatedScore(scores.at[ordinal] ?? 0, top, people.length, days);
    return { ordinal, score, why };
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
