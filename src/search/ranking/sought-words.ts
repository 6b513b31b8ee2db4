import type { OtherName } from '../names/other-name.ts';
import { bareWords, stem } from '../text/analysis.ts';
import type { Weights } from '../text/snippet.ts';

/** A question of more words is ranked by its scores alone: it has more of them than an answer needs. */
const MOST_WORDS = 4;
/** Frequencies that differ by less than this factor are no reason to prefer one word to another. */
const FACTOR = 3;

/** A word of a short question. A document holds it that holds its stem, or one of its names whole. */
export type SoughtWord = {
  stem: string;
  /** The stems of each name that the word was typed for. */
  names: readonly (readonly string[])[];
  /** Whether any document prints it as it was typed. */
  isPrinted: boolean;
};

/** The stems of what was typed, without what is looked for besides and counts less. */
export const typedStems = (weights: Weights): string[] =>
  [...weights].filter(([, weight]) => weight >= 1).map(([one]) => one);

/**
 * The words of a short question, so that what holds all of them can stand above what lacks one and, of
 * two words, what holds the rarer above what holds the commoner.
 * @param text the words as typed
 * @param others other names that are looked for; each counts as the words that it was typed as
 * @param fewest how many words a question must have
 * @returns undefined for fewer words, or for a longer question
 */
export function soughtWords(
  text: string,
  weights: Weights,
  others: readonly OtherName[],
  isPrinted: (word: string) => boolean,
  fewest = 2,
): SoughtWord[] | undefined {
  const stems = new Set(typedStems(weights));
  for (const { typed } of others) for (const word of typed) stems.add(stem(word));
  if (stems.size < fewest || stems.size > MOST_WORDS) return undefined;
  const typed = Map.groupBy(bareWords(text), stem);
  return [...stems].map((one) => ({
    stem: one,
    names: others
      .filter((other) => other.typed.some((word) => stem(word) === one))
      .map(({ words }) => words.map(stem)),
    isPrinted: typed.get(one)?.some(isPrinted) ?? true,
  }));
}

/**
 * How much each word of two counts: one that is so much the rarer that documents with it come first
 * counts twice.
 * @param idfs how much each tells; 0 for one that no document prints as it was typed
 */
export const worthOfTwo = ([one, other]: readonly [number, number]): [number, number] => {
  const isPreferred = (own: number, that: number) => own - that >= Math.log(FACTOR);
  return [isPreferred(one, other) ? 2 : 1, isPreferred(other, one) ? 2 : 1];
};
