import type { Correction } from '../hits.ts';
import type { OtherName } from '../names/other-name.ts';
import type { OtherNames } from '../names/other-names.ts';
import type { Query } from '../questions.ts';
import { bareWords, stem } from '../text/analysis.ts';
import type { Weights } from '../text/snippet.ts';
import type { Deliberate } from './deliberate.ts';
import type { Condition, TypedQuery } from './typed-query.ts';
import { weighWords } from './weigh-words.ts';
import type { WordStatistics } from './word-statistics.ts';
import { demandedByWords } from './words-demanded.ts';

/** What a typed query is read against: what an archive's documents hold, and what names it knows. */
export type Knowledge = {
  terms: WordStatistics;
  otherNames: OtherNames;
  /** Which words that the corpus lacks are meant as they are typed. */
  isDeliberate: Deliberate;
};

/** How much more is looked for than was typed, and in which parts of documents. */
export type Expansion = Pick<Query, 'corrects' | 'adoptsOffers' | 'expandsNames' | 'in' | 'beside'>;

/** What a typed query looks for in an archive. */
export type Interpretation = {
  /** How the text was read; a field's value is also demanded as it is otherwise called. */
  typed: TypedQuery;
  /** Whether it asks for more than words. */
  hasDemands: boolean;
  /** All its words as they read, stop words too. */
  words: readonly string[];
  /** What texts are searched for, with how much each counts; nothing where only titles are. */
  weights: Weights;
  /** Whether all words are stop words, which only titles are searched for. */
  isCommon: boolean;
  /** Names that are searched for besides, and the stems of each, which a document must hold all. */
  others: readonly (OtherName & { stems: readonly string[] })[];
  /** What is looked for, to be marked in snippets. */
  stems: readonly string[];
  corrections: readonly Correction[];
  offers: readonly Correction[];
  unknown: readonly string[];
};

/** Interprets what was typed by what an archive's documents hold. */
export function interpret(
  { terms, otherNames, isDeliberate }: Knowledge,
  typed: TypedQuery,
  { corrects = true, adoptsOffers = false, expandsNames = true }: Expansion = {},
): Interpretation {
  const exact = demandedByWords(typed).filter(({ field, isPhrase }) => isPhrase || field !== 'any');
  const fields = expandsNames
    ? typed.required.map((group) => namedOtherwise(otherNames, group))
    : [];
  const { names, fragments } = expandsNames ? otherNames(typed.words) : NO_NAMES;
  const others = [...names, ...fields.flat().map(({ name }) => name)].map((name) => ({
    ...name,
    stems: name.words.map(stem),
  }));
  const { weights, isCommon, corrections, offers, unknown } = weighWords(
    typed.words,
    exact.map((condition) => condition.text),
    terms,
    { corrects, isDeliberate: adoptsOffers ? () => false : isDeliberate },
    { settled: new Set(others.flatMap((other) => other.typed)), fragments },
  );
  const words = bareWords(typed.words);
  const required = typed.required.map((group, i) => [
    ...group,
    ...(fields[i] ?? []).map(({ condition }) => condition),
  ]);
  return {
    typed: { ...typed, required },
    hasDemands: hasDemands(typed),
    words,
    weights,
    isCommon,
    others,
    stems: [
      ...(isCommon ? words.map(stem) : weights.keys()),
      ...others.flatMap((other) => other.stems),
    ],
    corrections,
    offers,
    unknown,
  };
}

const NO_NAMES: ReturnType<OtherNames> = { names: [], fragments: new Set() };

/** A field's value as it is also called, where the whole value is a name: `place:Peking`. */
const namedOtherwise = (otherNames: OtherNames, group: readonly Condition[]) =>
  group
    .filter(({ field, isPhrase }) => field !== 'any' && field !== 'reference' && !isPhrase)
    .flatMap((condition) => otherNames(condition.text).names.map((name) => ({ condition, name })))
    .filter(({ condition, name }) => name.typed.length === bareWords(condition.text).length)
    .map(({ condition, name }) => ({
      name,
      condition: { ...condition, text: name.words.join(' ') },
    }));

const hasDemands = ({ required, excluded, from, to }: TypedQuery): boolean =>
  required.length + excluded.length > 0 || from !== undefined || to !== undefined;
