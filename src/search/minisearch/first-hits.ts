import type { Meaning } from '../embeddings/meaning.ts';
import type { ModelFailure } from '../hits.ts';
import type { OrdinalTest } from '../index/forward-index.ts';
import { isNamesOnly } from '../query/name-words.ts';
import type { Query } from '../questions.ts';
import type { Finding } from './find.ts';
import { byDate, firstOf } from './order.ts';
import { bestOf, wordOrder } from './rank.ts';
import { rankWithMeaning } from './rank-with-meaning.ts';
import type { SearchIndex } from './search-index.ts';

/** What a search shows first. */
type FirstHits = {
  ordinals: readonly number[];
  /** Those of all that will be shown, not only first, that hold no word of the question. */
  alone: ReadonlySet<number>;
  /** Why a model that should have been asked has no part in it. */
  failure?: ModelFailure | undefined;
};

const NONE: ReadonlySet<number> = new Set();

/**
 * The first of what was found, in the order asked for. By relevance, a model has its say where there is
 * one: then documents that are near in meaning are there too, if they pass the filters.
 * @param found by their words, of those alike one each
 * @param isKept whether a document passes the filters
 * @param count how many at most
 */
export async function firstHits(
  index: SearchIndex,
  finding: Finding,
  found: readonly number[],
  { sort, alikeTo, byMeaning }: Pick<Query, 'sort' | 'alikeTo' | 'byMeaning'>,
  isKept: OrdinalTest,
  count: number,
  meaning: Meaning | undefined,
): Promise<FirstHits> {
  if (sort !== 'relevance') {
    return { ordinals: firstOf(found, count, byDate(sort, index.columns.dates)), alone: NONE };
  }
  const { question, meetsDemands } = finding;
  const isAsked = meaning && byMeaning && question !== undefined && alikeTo === undefined;
  const isUnderstood = isAsked && !isNamesOnly(question);
  const likeness = isUnderstood ? await meaning.likenessTo(question) : undefined;
  if (likeness === undefined || 'failure' in likeness) {
    return { ordinals: bestOf(index, finding, found, count), alone: NONE, ...likeness };
  }
  const isAllowed: OrdinalTest = (ordinal) => isKept(ordinal) && meetsDemands(ordinal);
  const { ordinals, alone } = rankWithMeaning(index, finding, likeness, found, isAllowed, count);
  const isNamed = new Set(finding.named);
  const first = found.filter((ordinal) => isNamed.has(ordinal)).sort(wordOrder(finding));
  const others = ordinals.filter((ordinal) => !isNamed.has(ordinal));
  return { ordinals: [...first, ...others].slice(0, count), alone };
}
