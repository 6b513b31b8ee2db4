import type { Interpretation } from '../query/interpret.ts';
import { idfOf } from '../ranking/idf.ts';
import { soughtWords, worthOfTwo } from '../ranking/sought-words.ts';
import { titleKey } from './fields/document-fields.ts';
import type { Known } from './lookups.ts';
import { SCORE_SCALE } from './mapping.ts';
import { anyOf, type Clause, EVERYTHING, holdingAny, inTitle, NOTHING, term } from './queries.ts';
import { asToken } from './tokens.ts';

/**
 * A score is one number here, and a document that holds more of a short question stands above any that
 * holds less: so much is added for each step. Words alone never score as much.
 */
export const STEP = 64;
const WORDS_AT_MOST = STEP - 4;
/** Steps of a document whose whole title was typed, and of the one whose id was. */
const TITLE_STEPS = 8;
const ID_STEPS = 32;

/** A query whose scores order what it finds. */
export type ScoredQuery = {
  /** With the steps of what comes first. */
  query: Clause;
  /** By words alone. */
  byWords: Clause;
};

/**
 * Makes the query of an interpretation, demands aside.
 * @param id that was typed, perhaps
 */
export function scoredQuery(
  interpretation: Interpretation,
  known: Known,
  documents: number,
  id: string | undefined,
): ScoredQuery {
  const { words, others } = interpretation;
  const scale = scaleOf(interpretation, known);
  const own = ownQuery(interpretation, known, scale);
  const named = others.map(({ stems }) => together(stems, scale));
  const each = [...own, ...named];
  // A name scores where it scores more than the words that were typed.
  const byWords = each.length === 1 && each[0] ? each[0] : { dis_max: { queries: each } };
  const title = titleKey(words);
  const steps = [
    ...(words.length > 0 ? [step(term('title_words', title), TITLE_STEPS)] : []),
    ...(id === undefined ? [] : [step(term('id', id), ID_STEPS)]),
    ...stepsOfHeld(interpretation, known, documents),
  ];
  return { byWords, query: steps.length === 0 ? byWords : anyOf([byWords, ...steps]) };
}

const step = (filter: Clause, steps: number): Clause => ({
  constant_score: { filter, boost: steps * STEP },
});

/** What the words typed find; nothing where there are none that any document holds. */
function ownQuery(
  { isCommon, hasDemands, weights, words }: Interpretation,
  known: Known,
  scale: number,
): Clause[] {
  if (isCommon && hasDemands) return [{ constant_score: { filter: EVERYTHING } }];
  if (isCommon) return words.length > 0 ? [inTitles(words, known)] : [NOTHING];
  if (weights.size === 0) return [NOTHING];
  return [anyOf([...weights].map(([stem, weight]) => scoring(stem, weight * scale)))];
}

const scoring = (stem: string, weight: number): Clause => ({
  term: { stems: { value: asToken(stem), boost: weight * SCORE_SCALE } },
});

const together = (stems: readonly string[], scale: number): Clause => ({
  bool: { must: stems.map((stem) => scoring(stem, scale)) },
});

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

/** What all scores are multiplied by, so that none reaches the next step. */
function scaleOf({ weights, others }: Interpretation, { terms }: Known): number {
  const most = (stem: string, weight: number) => weight * SCORE_SCALE * terms.idf(stem);
  const sum = (of: Iterable<readonly [string, number]>) =>
    Array.from(of, ([stem, weight]) => most(stem, weight)).reduce((a, b) => a + b, 0);
  const ofNames = others.map(({ stems }) => sum(stems.map((stem) => [stem, 1] as const)));
  return Math.min(1, WORDS_AT_MOST / Math.max(sum(weights), ...ofNames, 1));
}

/** What holds all words of a short question stands above the rest; of two words the rarer counts more. */
function stepsOfHeld(
  { isCommon, typed, weights, others }: Interpretation,
  known: Known,
  documents: number,
): Clause[] {
  const words = isCommon
    ? undefined
    : soughtWords(typed.words, weights, others, known.terms.isPrinted);
  if (!words) return [];
  const groups = words.map(({ stem, names }) => [[stem], ...names]);
  if (words.length > 2) {
    return [step({ bool: { filter: groups.map(holdingAny) } }, 1)];
  }
  const [one = 0, other = 0] = words.map(({ isPrinted }, i) =>
    isPrinted ? idfOf(countOf(groups[i] ?? [], known), documents) : 0,
  );
  return worthOfTwo([one, other]).map((worth, i) => step(holdingAny(groups[i] ?? []), worth));
}

const countOf = (group: readonly (readonly string[])[], { terms, holding }: Known): number => {
  const [[stem = ''] = []] = group;
  return group.length === 1 ? terms.frequency(stem) : holding(group);
};
