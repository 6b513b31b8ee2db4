import type { OtherName } from '../names/other-name.ts';
import type { WordCounts } from '../questions.ts';
import { idfOf } from '../ranking/idf.ts';
import { type SoughtWord, soughtWords, worthOfTwo } from '../ranking/sought-words.ts';
import { BOTH_TO_RECORD } from '../ranking/texts-beside-records.ts';
import type { Weights } from '../text/snippet.ts';
import type { HeldTerms } from './held-terms.ts';
import { intersect } from './intersect.ts';

/** More than any number of words: stands for a document that comes before them all. */
export const ABOVE_ALL = 255;

type Holding = Pick<HeldTerms, 'ordinalsOf' | 'ordinalsOfAll' | 'isPrinted'>;

/**
 * How much of a short question each document holds (see `soughtWords`).
 * @param documents how many there are
 * @returns by the documents' ordinals; undefined for one word, or for a longer question
 */
export function heldWords(
  text: string,
  weights: Weights,
  names: readonly OtherName[],
  index: Holding,
  documents: number,
): Uint8Array | undefined {
  const words = soughtWords(text, weights, names, index.isPrinted);
  if (!words) return undefined;
  const lists = words.map((word) => ordinalsHolding(word, index));
  return held(lists, worthOf(words, lists, documents), documents);
}

/**
 * The same for records and texts, of one word too: first by what both hold together, then by what the
 * record holds by itself.
 */
export function heldInBoth(
  text: string,
  weights: Weights,
  names: readonly OtherName[],
  both: Holding,
  records: Holding,
  documents: number,
): Uint8Array | undefined {
  const words = soughtWords(text, weights, names, both.isPrinted, 1);
  if (!words) return undefined;
  const lists = words.map((word) => ordinalsHolding(word, both));
  const worth = worthOf(words, lists, documents);
  const inBoth = held(lists, worth, documents);
  const inRecord = held(
    words.map((word) => ordinalsHolding(word, records)),
    worth,
    documents,
  );
  return inBoth.map((one, ordinal) => BOTH_TO_RECORD * one + (inRecord[ordinal] ?? 0));
}

/**
 * The same for the documents of an archive among whose hits these are to be put: by the words that it
 * knows, as it counts them. A word that it lacks tells so much that its score is enough.
 */
export function heldBeside(
  text: string,
  weights: Weights,
  names: readonly OtherName[],
  index: Holding & Pick<HeldTerms, 'idf'>,
  documents: number,
  { frequencies, withTexts }: WordCounts,
): Uint8Array | undefined {
  const known = new Map([...weights].filter(([stem]) => frequencies.has(stem)));
  const words = soughtWords(text, known, names, index.isPrinted, withTexts ? 1 : 2);
  if (!words) return undefined;
  const lists = words.map((word) => ordinalsHolding(word, index));
  const [one = 0, other = 0] = words.map(({ stem, isPrinted }) =>
    isPrinted ? index.idf(stem) : 0,
  );
  const inRecord = held(lists, worthOfTwo([one, other]), documents);
  return withTexts ? inRecord.map((one) => (BOTH_TO_RECORD + 1) * one) : inRecord;
}

/** How much each of two words counts; of more, they only count together. */
function worthOf(
  words: readonly SoughtWord[],
  lists: readonly Uint32Array[],
  documents: number,
): readonly number[] {
  const [one = 0, other = 0] = words.map(({ isPrinted }, i) =>
    isPrinted ? idfOf(lists[i]?.length ?? 0, documents) : 0,
  );
  return worthOfTwo([one, other]);
}

function held(
  lists: readonly Uint32Array[],
  worth: readonly number[],
  documents: number,
): Uint8Array {
  const held = new Uint8Array(documents);
  if (lists.length > 2) {
    for (const ordinal of intersect(lists)) held[ordinal] = 1;
    return held;
  }
  for (const [i, one] of worth.entries()) {
    for (const ordinal of lists[i] ?? []) held[ordinal] = (held[ordinal] ?? 0) + one;
  }
  return held;
}

function ordinalsHolding({ stem, names }: SoughtWord, index: Holding): Uint32Array {
  const own = index.ordinalsOf(stem);
  const others = names.flatMap((stems) => [...index.ordinalsOfAll(stems)]);
  return others.length === 0 ? own : Uint32Array.from(new Set([...own, ...others])).sort();
}
