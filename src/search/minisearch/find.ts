import type { Correction, Query } from '../hits.ts';
import { readTyped } from '../query/read-typed.ts';
import type { Condition, TypedQuery } from '../query/typed-query.ts';
import { bareWords, stem } from '../text/analysis.ts';
import type { Weights } from '../text/snippet.ts';
import { passes } from './filter.ts';
import type { PlaceTest } from './forward-index.ts';
import { heldWords } from './held-words.ts';
import { meets } from './meets.ts';
import type { OtherNames } from './names/other-names.ts';
import { addScore, noScores, type Scores, topScore } from './scores.ts';
import type { Shelf } from './shelf.ts';
import { scoreTitles, titled } from './titles.ts';
import { weighWords } from './weigh-words.ts';

export type Finding = {
  /** How the text was read. */
  typed: TypedQuery;
  /** Places of what was found, in no order. */
  places: readonly number[];
  scores: Scores;
  /** The best score by words alone. */
  top: number;
  /** How much of a short question each place holds; undefined for any other question. */
  held: Float64Array | undefined;
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
export const find = (shelf: Shelf, text: string, options: Expansion = {}): Finding =>
  findTyped(shelf, readTyped(text), options, shelf.placeOf(text));

/** @param named the place of the document whose id was typed */
export function findTyped(
  shelf: Shelf,
  typed: TypedQuery,
  { corrects = true, adoptsOffers = false, expandsNames = true }: Expansion = {},
  named?: number,
): Finding {
  const { documents, index, titles } = shelf;
  const exact = typed.required.flat().filter(({ field, isPhrase }) => isPhrase || field !== 'any');
  const fields = expandsNames ? typed.required.map((group) => namedOtherwise(shelf, group)) : [];
  const { names, fragments } = expandsNames ? shelf.otherNames(typed.words) : NO_NAMES;
  const others = [...names, ...fields.flat().map(({ name }) => name)];
  const { weights, isCommon, corrections, offers, unknown } = weighWords(
    typed.words,
    exact.map((condition) => condition.text),
    index,
    { corrects, isDeliberate: adoptsOffers ? () => false : shelf.isDeliberate },
    { settled: new Set(others.flatMap((other) => other.typed)), fragments },
  );
  const words = bareWords(typed.words);
  const scores = noScores(documents.length);
  if (isCommon && demands(typed)) scoreAll(scores);
  else if (isCommon) scoreTitles(titles, words, scores);
  else index.score(weights, scores);
  const otherStems = others.map((other) => other.words.map(stem));
  for (const stems of otherStems) index.scoreAll(stems, scores);
  const top = topScore(scores);
  const whole = titled(titles, words);
  raise(scores, whole);
  if (named !== undefined) raise(scores, [named]);
  const first = named === undefined ? whole : [...whole, named];
  const held = isCommon
    ? undefined
    : heldWords(typed.words, weights, others, index, documents.length);
  for (const place of first) if (held) held[place] = Number.POSITIVE_INFINITY;
  const stems = [...(isCommon ? words.map(stem) : weights.keys()), ...otherStems.flat()];
  const otherNames = others.map(({ label }) => label);
  const required = typed.required.map((group, i) => [
    ...group,
    ...(fields[i] ?? []).map(({ condition }) => condition),
  ]);
  const places = demands(typed)
    ? scores.places.filter(keeping({ ...typed, required }, shelf))
    : scores.places;
  return {
    typed,
    places,
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
const namedOtherwise = ({ otherNames }: Shelf, group: readonly Condition[]) =>
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

function keeping(typed: TypedQuery, { index, columns }: Shelf): PlaceTest {
  const isWanted = meets(typed, index);
  const isInTime = passes(columns, { from: typed.from, to: typed.to });
  return (place) => isInTime(place) && isWanted(place);
}

function scoreAll(scores: Scores): void {
  for (const place of scores.at.keys()) addScore(scores, place, 1);
}

/** Lifts the places far above all others, in the order that they have among themselves. */
function raise(scores: Scores, places: readonly number[]): void {
  if (places.length === 0) return;
  const above = 2 * topScore(scores) + 1;
  for (const place of places) addScore(scores, place, above);
}
