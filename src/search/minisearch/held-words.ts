import type { OtherName } from '../names/other-name.ts';
import { idfOf } from '../ranking/idf.ts';
import { type SoughtWord, soughtWords, worthOfTwo } from '../ranking/sought-words.ts';
import type { Weights } from '../text/snippet.ts';
import { intersect } from './intersect.ts';
import type { TermIndex } from './term-index.ts';

/** More than any number of words: stands for a document that comes before them all. */
export const ABOVE_ALL = 255;

/**
 * How much of a short question each document holds (see `soughtWords`).
 * @param documents how many there are
 * @returns by the documents' ordinals; undefined for one word, or for a longer question
 */
export function heldWords(
  text: string,
  weights: Weights,
  names: readonly OtherName[],
  index: TermIndex,
  documents: number,
): Uint8Array | undefined {
  const words = soughtWords(text, weights, names, index.isPrinted);
  if (!words) return undefined;
  const lists = words.map((word) => ordinalsHolding(word, index));
  const held = new Uint8Array(documents);
  if (lists.length > 2) {
    for (const ordinal of intersect(lists)) held[ordinal] = 1;
    return held;
  }
  const [one = 0, other = 0] = words.map(({ isPrinted }, i) =>
    isPrinted ? idfOf(lists[i]?.length ?? 0, documents) : 0,
  );
  for (const [i, worth] of worthOfTwo([one, other]).entries()) {
    for (const ordinal of lists[i] ?? []) held[ordinal] = (held[ordinal] ?? 0) + worth;
  }
  return held;
}

function ordinalsHolding({ stem, names }: SoughtWord, index: TermIndex): Uint32Array {
  const own = index.ordinalsOf(stem);
  const others = names.flatMap((stems) => [...index.ordinalsOfAll(stems)]);
  return others.length === 0 ? own : Uint32Array.from(new Set([...own, ...others])).sort();
}
