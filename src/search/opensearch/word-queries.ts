import type { Interpretation } from '../query/interpret.ts';
import type { WordStatistics } from '../query/word-statistics.ts';
import type { Known } from './lookups.ts';
import { SCORE_SCALE } from './mapping.ts';
import { anyOf, type Clause, EVERYTHING, HAS_TEXT, inTitle, NOTHING } from './queries.ts';
import type { Searched } from './searched.ts';
import { asToken } from './tokens.ts';

/** What scores documents by the words that are looked for: by records, by texts, or by both. */
export type WordQueries = { records: Clause | undefined; texts: Clause | undefined };

/** Stems that are scored in one field. */
type Scoring = (stem: string, weight: number) => Clause;

/**
 * Makes the queries of an interpretation, demands aside.
 * @param most the highest score that either may give
 */
export function wordQueries(
  { weights, others, isCommon, hasDemands, words }: Interpretation,
  known: Known,
  searched: Searched,
  most: number,
): WordQueries {
  const scoringIn = (field: string, statistics: WordStatistics): Scoring => {
    const scale = scaleOf(weights, others, statistics, most);
    return (stem, weight) => ({
      term: { [field]: { value: asToken(stem), boost: weight * scale * SCORE_SCALE } },
    });
  };
  const each = (score: Scoring) => ({
    own: weights.size === 0 ? [] : [anyOf([...weights].map(([one, weight]) => score(one, weight)))],
    named: others.map(({ stems }) => ({ bool: { must: stems.map((one) => score(one, 1)) } })),
  });
  const records = each(scoringIn('stems', known.ofRecords));
  const texts = each(scoringIn('text_stems', known.ofTexts));
  if (isCommon && hasDemands) {
    records.own.push({ constant_score: { filter: EVERYTHING } });
  } else if (isCommon && words.length > 0) records.own.push(inTitles(words, known));
  const all = isCommon && hasDemands ? [{ constant_score: { filter: HAS_TEXT } }] : [];
  return {
    records: searched === 'texts' ? undefined : greatestOf([...records.own, ...records.named]),
    texts: {
      records: undefined,
      texts: anyOf([...all, greatestOf([...texts.own, ...texts.named])]),
      both: greatestOf([...texts.own, ...texts.named]),
    }[searched],
  };
}

/** A name scores where it scores more than the words that were typed. */
const greatestOf = (queries: readonly Clause[]): Clause => {
  const [only = NOTHING] = queries;
  return queries.length < 2 ? only : { dis_max: { queries } };
};

/**
 * Titles that hold all of the words or, where none does, any of them: by how many, then by how much of
 * the title they are.
 */
function inTitles(words: readonly string[], { titlesHolding }: Known): Clause {
  const sought = [...new Set(words)];
  const least = titlesHolding(sought) > 0 ? sought.length : 1;
  return {
    function_score: {
      query: {
        bool: {
          should: sought.map((word) => ({
            constant_score: { filter: inTitle(word) },
          })),
          minimum_should_match: least,
        },
      },
      field_value_factor: { field: 'title_share' },
      boost_mode: 'multiply',
    },
  };
}

/** What all scores are multiplied by, so that none is higher than the highest that may be given. */
function scaleOf(
  weights: Interpretation['weights'],
  others: Interpretation['others'],
  { idf }: WordStatistics,
  most: number,
): number {
  const sum = (of: Iterable<readonly [string, number]>) =>
    Array.from(of, ([stem, weight]) => weight * SCORE_SCALE * idf(stem)).reduce((a, b) => a + b, 0);
  const ofNames = others.map(({ stems }) => sum(stems.map((stem) => [stem, 1] as const)));
  return Math.min(1, most / Math.max(sum(weights), ...ofNames, 1));
}
