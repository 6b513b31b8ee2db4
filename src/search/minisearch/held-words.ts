import { bareWords, stem } from '../text/analysis.ts';
import type { Weights } from '../text/snippet.ts';
import { idfOf } from './idf.ts';
import { intersect } from './intersect.ts';
import type { OtherName } from './names/other-name.ts';
import type { TermIndex } from './term-index.ts';

/** A question of more words is ranked by its scores alone: it has more of them than an answer needs. */
const MOST_WORDS = 4;
/** Frequencies that differ by less than this factor are no reason to prefer one word to another. */
const FACTOR = 3;

/** More than any number of words: stands for a document that comes before them all. */
export const ABOVE_ALL = 255;

/** A word of a question: the ordinals that hold it, and how much it tells. */
type Word = { ordinals: Uint32Array; idf: number };

/**
 * How much of a short question each document holds, so that what holds all of its words stands above
 * what lacks one and, of two words, what holds the rarer above what holds the commoner.
 * @param text the words as typed
 * @param names other names that were looked for; each counts as the words that it was typed as
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
  const stems = new Set([...weights].filter(([, weight]) => weight >= 1).map(([one]) => one));
  for (const { typed } of names) for (const word of typed) stems.add(stem(word));
  if (stems.size < 2 || stems.size > MOST_WORDS) return undefined;
  const typed = Map.groupBy(bareWords(text), stem);
  const words = [...stems].map((one): Word => {
    const ordinals = ordinalsHolding(one, names, index);
    const isPrinted = typed.get(one)?.some(index.isPrinted) ?? true;
    return { ordinals, idf: isPrinted ? idfOf(ordinals.length, documents) : 0 };
  });
  const held = new Uint8Array(documents);
  if (words.length > 2) {
    for (const ordinal of intersect(words.map(({ ordinals }) => ordinals))) held[ordinal] = 1;
    return held;
  }
  for (const [i, { ordinals }] of words.entries()) {
    const worth = isPreferred(words, i) ? 2 : 1;
    for (const ordinal of ordinals) held[ordinal] = (held[ordinal] ?? 0) + worth;
  }
  return held;
}

/** Whether a word of two is so much the rarer that documents with it come first. */
function isPreferred(words: readonly Word[], i: number): boolean {
  const [own, other] = [words[i], words[1 - i]];
  if (!own || !other) return false;
  return own.idf - other.idf >= Math.log(FACTOR);
}

function ordinalsHolding(one: string, names: readonly OtherName[], index: TermIndex): Uint32Array {
  const own = index.ordinalsOf(one);
  const others = names
    .filter(({ typed }) => typed.some((word) => stem(word) === one))
    .flatMap(({ words }) => [...index.ordinalsOfAll(words.map(stem))]);
  return others.length === 0 ? own : Uint32Array.from(new Set([...own, ...others])).sort();
}
