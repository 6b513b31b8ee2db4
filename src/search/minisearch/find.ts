import type { Correction } from '../hits.ts';
import type { OrdinalTest } from '../index/forward-index.ts';
import type { OtherName } from '../names/other-name.ts';
import { correctedText } from '../query/corrected-text.ts';
import { type Expansion, interpret } from '../query/interpret.ts';
import { readTyped } from '../query/read-typed.ts';
import { mayBeName, type TypedQuery } from '../query/typed-query.ts';
import type { Weights } from '../text/snippet.ts';
import { passes } from './filter.ts';
import { scoreTexts, type TextFinding, withDemands, withTexts } from './find-in-texts.ts';
import type { HeldTerms } from './held-terms.ts';
import { ABOVE_ALL, heldBeside, heldWords } from './held-words.ts';
import { addressed, identified } from './identified.ts';
import { candidates, meets } from './meets.ts';
import { type Parts, partsOf } from './parts.ts';
import { addScore, noScores, type Scores, topScore } from './scores.ts';
import type { SearchIndex } from './search-index.ts';
import { scoreTitles, titled } from './title-index.ts';

export type Finding = {
  /** How the text was read. */
  typed: TypedQuery;
  /** The ordinals of what was found, in no order. */
  ordinals: readonly number[];
  scores: Scores;
  /** The best score by words alone, and the document that has it. */
  top: number;
  best: number | undefined;
  /** What comes before all else: its id was typed, or its whole title. */
  first: readonly number[];
  /** How much of a short question each document holds, by ordinal; undefined for any other question. */
  held: Uint8Array | undefined;
  /** What texts were searched for; nothing where only titles were. */
  weights: Weights;
  /** What was looked for, to be marked in snippets. */
  stems: readonly string[];
  corrections: readonly Correction[];
  offers: readonly Correction[];
  unknown: readonly string[];
  /** The documents whose id, address or reference was typed: they come before all others. */
  named: readonly number[];
  /** The addresses that no document has. */
  unheldLinks: readonly string[];
  /** Names that were searched for besides. */
  others: readonly OtherName[];
  /** Whether a document meets what is demanded beside words. */
  meetsDemands: OrdinalTest;
  /** What the words were looked up in. */
  sought: HeldTerms;
  /**
   * What is asked, to be understood by its meaning; undefined where words are meant as they stand: an
   * id, a phrase, a field, nothing but stop words, or words of texts alone.
   */
  question: string | undefined;
  /** What was found in texts, where they were searched. */
  inTexts: TextFinding | undefined;
};

/**
 * Finds what a text asks for, filters aside: the documents of that id, address or reference, then those
 * of just that title, then what holds any of its words and all that it demands. Words that nearly every text holds are
 * looked for only where there are no others, and only in titles ("The Who").
 * @throws UserError if only texts are to be searched, and there are none
 */
export function find(index: SearchIndex, text: string, options: Expansion = {}): Finding {
  const typed = readTyped(text);
  return findTyped(index, typed, options, mayBeName(typed) ? identified(index, text) : []);
}

/** @param named the ordinals of the documents whose id or reference was typed */
export function findTyped(
  index: SearchIndex,
  read: TypedQuery,
  expansion: Expansion = {},
  named: readonly number[] = [],
): Finding {
  const parts = partsOf(index, expansion.in);
  const { terms } = index;
  const total = index.documents.length;
  const { typed, hasDemands, words, weights, isCommon, others, ...meant } = interpret(
    parts.sought,
    read,
    expansion,
  );
  const wanted = hasDemands ? meeting(typed, index, parts) : undefined;
  // The whole text is their name: what would be a demand elsewhere is a part of it.
  if (parts.hasRecords) for (const ordinal of named) if (wanted) wanted[ordinal] = 1;
  const scores = noScores(total, wanted);
  if (isCommon && hasDemands) scoreAll(scores, parts);
  else if (parts.hasRecords) {
    if (isCommon) scoreTitles(index, words, scores);
    else terms.score(weights, scores);
    for (const { stems } of others) terms.scoreAll(stems, scores);
  }
  const { beside } = expansion;
  const found =
    parts.texts && scoreTexts(parts.texts, typed, weights, others, noScores(total, wanted));
  const question = { text: typed.words, weights, names: others, isCommon };
  const { held: ofWords, inTexts } = found
    ? withTexts(index, parts, question, hasDemands ? typed : undefined, scores, found)
    : {
        held: isCommon
          ? undefined
          : beside
            ? heldBeside(typed.words, weights, others, terms, total, beside)
            : heldWords(typed.words, weights, others, terms, total),
        inTexts: undefined,
      };
  const top = topScore(scores);
  const best = scores.ordinals.find((ordinal) => scores.at[ordinal] === top);
  const first = parts.hasRecords ? titled(index, words) : [];
  raise(scores, first);
  const linked = read.links.map((link) => ({ link, ordinals: addressed(index, link) }));
  const all = [...named, ...linked.flatMap(({ ordinals }) => ordinals)];
  const chosen = parts.hasRecords ? [...new Set(all)] : [];
  raise(scores, chosen);
  first.push(...chosen);
  const meetsDemands: OrdinalTest = (ordinal) => wanted?.[ordinal] !== 0;
  const meetsInRecord = beside?.withTexts ? meetsDemands : inTexts?.meetsInRecord;
  const held =
    meetsInRecord && hasDemands && parts.hasRecords
      ? withDemands(ofWords, scores.ordinals, { meetsInRecord }, total)
      : ofWords;
  for (const ordinal of first) if (held) held[ordinal] = ABOVE_ALL;
  const { stems, corrections, offers, unknown } = meant;
  const isAsTyped = isCommon || named.length > 0 || typed.required.length > 0 || !parts.hasRecords;
  return {
    typed: read,
    ordinals: scores.ordinals,
    scores,
    top,
    best,
    first,
    held,
    weights,
    stems,
    corrections,
    offers,
    unknown,
    named: chosen,
    unheldLinks: linked.filter(({ ordinals }) => ordinals.length === 0).map(({ link }) => link),
    others,
    meetsDemands,
    inTexts,
    sought: parts.sought.terms,
    question: isAsTyped ? undefined : correctedText(typed.words, corrections),
  };
}

/** Marks the documents that meet all demands with 1. What postings leave out isn't looked at. */
function meeting(
  typed: TypedQuery,
  { columns, documents }: SearchIndex,
  { sought }: Parts,
): Uint8Array {
  const marks = new Uint8Array(documents.length);
  const isWanted = meets(typed, sought.terms, columns);
  const isInTime = passes(columns, { from: typed.from, to: typed.to });
  for (const ordinal of candidates(typed, sought.terms) ?? marks.keys()) {
    if (isInTime(ordinal) && isWanted(ordinal)) marks[ordinal] = 1;
  }
  return marks;
}

function scoreAll(scores: Scores, { hasRecords, texts }: Parts): void {
  for (const ordinal of scores.at.keys()) {
    if (hasRecords || texts?.hasText(ordinal)) addScore(scores, ordinal, 1);
  }
}

/** Lifts the ordinals far above all others, in the order that they have among themselves. */
function raise(scores: Scores, ordinals: readonly number[]): void {
  if (ordinals.length === 0) return;
  const above = 2 * topScore(scores) + 1;
  for (const ordinal of ordinals) addScore(scores, ordinal, above);
}
