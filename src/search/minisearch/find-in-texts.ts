import type { OrdinalTest } from '../index/forward-index.ts';
import type { OtherName } from '../names/other-name.ts';
import { phrasesIn } from '../query/demanded-phrases.ts';
import type { TypedQuery } from '../query/typed-query.ts';
import { TEXT_SHARE } from '../ranking/texts-beside-records.ts';
import type { Weights } from '../text/snippet.ts';
import { heldInBoth, heldWords } from './held-words.ts';
import { meets } from './meets.ts';
import type { Parts } from './parts.ts';
import { addScore, type Scores, topScore } from './scores.ts';
import type { SearchIndex } from './search-index.ts';
import type { SearchedTexts } from './texts/text-state.ts';

/** What a question finds in texts. */
export type TextFinding = {
  texts: SearchedTexts;
  /** By texts alone. */
  scores: Scores;
  /** The phrases that are demanded, as their words. */
  phrases: readonly (readonly string[])[];
  /** Whether the record of a document meets all demands by itself. */
  meetsInRecord: OrdinalTest;
};

type Question = {
  /** The words typed. */
  text: string;
  weights: Weights;
  names: readonly OtherName[];
  isCommon: boolean;
};

/**
 * Scores texts by what they say.
 * @param scores none yet
 */
export function scoreTexts(
  texts: SearchedTexts,
  typed: TypedQuery,
  weights: Weights,
  names: readonly { stems: readonly string[] }[],
  scores: Scores,
): Omit<TextFinding, 'meetsInRecord'> {
  texts.score(weights, scores);
  for (const { stems } of names) texts.scoreAll(stems, scores);
  return { texts, scores, phrases: phrasesIn(typed) };
}

/**
 * Adds what was found in texts to what was found in records, and tells how much of a short question
 * each document holds: first in both together, then in the record by itself. So a text comes before a
 * record that answers less, and after one that answers as much.
 * @param demanding the question if it demands more than words
 * @param scores of the records, to which those of texts are added
 */
export function withTexts(
  index: SearchIndex,
  { sought, hasRecords }: Parts,
  { text, weights, names, isCommon }: Question,
  demanding: TypedQuery | undefined,
  scores: Scores,
  found: Omit<TextFinding, 'meetsInRecord'>,
): { held: Uint8Array | undefined; inTexts: TextFinding } {
  const { length: total } = index.documents;
  const meetsInRecord =
    demanding && hasRecords ? meets(demanding, index.terms, index.columns) : () => hasRecords;
  const inTexts = { ...found, meetsInRecord };
  if (!hasRecords) {
    for (const ordinal of found.scores.ordinals) {
      addScore(scores, ordinal, found.scores.at[ordinal] ?? 0);
    }
    const held = isCommon ? undefined : heldWords(text, weights, names, sought.terms, total);
    return { held, inTexts };
  }
  const held = isCommon
    ? undefined
    : heldInBoth(text, weights, names, sought.terms, index.terms, total);
  addTexts(scores, found.scores, held === undefined && !isCommon);
  return { held, inTexts };
}

/**
 * Puts those whose record meets all demands by itself before others that hold as much.
 * @param held how much of a short question each document holds
 */
export function withDemands(
  held: Uint8Array | undefined,
  ordinals: readonly number[],
  { meetsInRecord }: Pick<TextFinding, 'meetsInRecord'>,
  total: number,
): Uint8Array {
  const standing = new Uint8Array(total);
  for (const ordinal of ordinals) {
    standing[ordinal] = 2 * (held?.[ordinal] ?? 0) + Number(meetsInRecord(ordinal));
  }
  return standing;
}

/** @param addsToRecords whether a record's own score grows with what its text says */
function addTexts(scores: Scores, texts: Scores, addsToRecords: boolean): void {
  const [ofRecords, ofTexts] = [topScore(scores), topScore(texts)];
  if (ofTexts === 0) return;
  const rate = (TEXT_SHARE * (ofRecords || ofTexts)) / ofTexts;
  for (const ordinal of texts.ordinals) {
    if (addsToRecords || !scores.at[ordinal]) {
      addScore(scores, ordinal, rate * (texts.at[ordinal] ?? 0));
    }
  }
}
