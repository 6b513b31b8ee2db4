import type { Correction, Query } from '../hits.ts';
import { readTyped } from '../query/read-typed.ts';
import type { Condition, TypedQuery } from '../query/typed-query.ts';
import { bareWords, stem } from '../text/analysis.ts';
import type { Weights } from '../text/snippet.ts';
import { passes } from './filter.ts';
import { ABOVE_ALL, heldWords } from './held-words.ts';
import type { OrdinalTest } from './index/forward-index.ts';
import { meets } from './meets.ts';
import type { OtherNames } from './names/other-names.ts';
import { addScore, noScores, type Scores, topScore } from './scores.ts';
import { ordinalTyped, type SearchIndex } from './search-index.ts';
import { scoreTitles, titled } from './title-index.ts';
import { weighWords } from './weigh-words.ts';

export type Finding = {
  /** How the text was read. */
  typed: TypedQuery;
  /** The ordinals of what was found, in no order. */
  ordinals: readonly number[];
  scores: Scores;
  /** The best score by words alone. */
  top: number;
  /** How much of a short question each document holds, by ordinal; undefined for any other question. */
  held: Uint8Array | undefined;
  /** What texts were searched for; nothing where only titles were. */
  weights: Weights;
  /** What was looked for, to be marked in snippets. */
  stems: readonly string[];
  corrections: readonly Correction[];
  offers: readonly Correction[];
  unknown: readonly string[];
  /** Names that were searched for besides. */
  otherNames: readonly string[];
};

/** How much more is looked for than was typed. */
export type Expansion = Pick<Query, 'corrects' | 'adoptsOffers' | 'expandsNames'>;

/**
 * Finds what a text asks for, filters aside: the document of that id, then those of just that title,
 * then what holds any of its words and all that it demands. Words that nearly every text holds are
 * looked for only where there are no others, and only in titles ("The Who").
 */
export const find = (index: SearchIndex, text: string, options: Expansion = {}): Finding =>
  findTyped(index, readTyped(text), options, ordinalTyped(index, text));

/** @param named the ordinal of the document whose id was typed */
export function findTyped(
  index: SearchIndex,
  typed: TypedQuery,
  { corrects = true, adoptsOffers = false, expandsNames = true }: Expansion = {},
  named?: number,
): Finding {
  const { terms } = index;
  const total = index.documents.length;
  const exact = typed.required.flat().filter(({ field, isPhrase }) => isPhrase || field !== 'any');
  const fields = expandsNames ? typed.required.map((group) => namedOtherwise(index, group)) : [];
  const { names, fragments } = expandsNames ? index.otherNames(typed.words) : NO_NAMES;
  const others = [...names, ...fields.flat().map(({ name }) => name)];
  const { weights, isCommon, corrections, offers, unknown } = weighWords(
    typed.words,
    exact.map((condition) => condition.text),
    terms,
    { corrects, isDeliberate: adoptsOffers ? () => false : index.isDeliberate },
    { settled: new Set(others.flatMap((other) => other.typed)), fragments },
  );
  const words = bareWords(typed.words);
  const scores = noScores(total);
  if (isCommon && demands(typed)) scoreAll(scores);
  else if (isCommon) scoreTitles(index, words, scores);
  else terms.score(weights, scores);
  const otherStems = others.map((other) => other.words.map(stem));
  for (const stems of otherStems) terms.scoreAll(stems, scores);
  const top = topScore(scores);
  const whole = titled(index, words);
  raise(scores, whole);
  if (named !== undefined) raise(scores, [named]);
  const first = named === undefined ? whole : [...whole, named];
  const held = isCommon ? undefined : heldWords(typed.words, weights, others, terms, total);
  for (const ordinal of first) if (held) held[ordinal] = ABOVE_ALL;
  const stems = [...(isCommon ? words.map(stem) : weights.keys()), ...otherStems.flat()];
  const otherNames = others.map(({ label }) => label);
  const required = typed.required.map((group, i) => [
    ...group,
    ...(fields[i] ?? []).map(({ condition }) => condition),
  ]);
  const ordinals = demands(typed)
    ? scores.ordinals.filter(keeping({ ...typed, required }, index))
    : scores.ordinals;
  return {
    typed,
    ordinals,
    scores,
    top,
    held,
    weights,
    stems,
    corrections,
    offers,
    unknown,
    otherNames,
  };
}

const NO_NAMES: ReturnType<OtherNames> = { names: [], fragments: new Set() };

/** A field's value as it is also called, where the whole value is a name: `place:Peking`. */
const namedOtherwise = ({ otherNames }: SearchIndex, group: readonly Condition[]) =>
  group
    .filter(({ field, isPhrase }) => field !== 'any' && !isPhrase)
    .flatMap((condition) => otherNames(condition.text).names.map((name) => ({ condition, name })))
    .filter(({ condition, name }) => name.typed.length === bareWords(condition.text).length)
    .map(({ condition, name }) => ({
      name,
      condition: { ...condition, text: name.words.join(' ') },
    }));

/** Whether a query asks for more than words. */
const demands = ({ required, excluded, from, to }: TypedQuery): boolean =>
  required.length + excluded.length > 0 || from !== undefined || to !== undefined;

function keeping(typed: TypedQuery, { terms, columns }: SearchIndex): OrdinalTest {
  const isWanted = meets(typed, terms);
  const isInTime = passes(columns, { from: typed.from, to: typed.to });
  return (ordinal) => isInTime(ordinal) && isWanted(ordinal);
}

function scoreAll(scores: Scores): void {
  for (const ordinal of scores.at.keys()) addScore(scores, ordinal, 1);
}

/** Lifts the ordinals far above all others, in the order that they have among themselves. */
function raise(scores: Scores, ordinals: readonly number[]): void {
  if (ordinals.length === 0) return;
  const above = 2 * topScore(scores) + 1;
  for (const ordinal of ordinals) addScore(scores, ordinal, above);
}
