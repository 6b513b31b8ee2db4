import type { Difference } from '../quotations.ts';
import { readComparedWords } from './compared-words.ts';

const NEGATIONS: ReadonlySet<string> = new Set(
  'no not never none nothing nobody nowhere neither nor without cannot hardly scarcely'.split(' '),
);
/** "don't" folded, whether its apostrophe is printed or not; what else ends so is rare enough. */
const CONTRACTED =
  /^(?:do|does|did|is|are|was|were|has|have|had|wo|would|could|should|ca|must|need|ai|might)n'?t$/;
const PREFIX = /^(?:un|in|im|il|ir|dis|non|mis)(?=\p{L}{3})/u;

const FIGURES: ReadonlySet<string> = new Set(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
   seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
   thousand thousands minus million millions billion billions dozen half third quarter once twice
   first second fourth fifth sixth seventh eighth ninth tenth
   january february march april may june july august september october november december
   monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
);

export const isNegation = (folded: string): boolean =>
  NEGATIONS.has(folded) || CONTRACTED.test(folded);

export const isFigure = (folded: string): boolean =>
  /[\p{N}$£€¥]/u.test(folded) || FIGURES.has(folded);

/** How many of these words deny, folded; the `No.` before a number doesn't. */
export const countDenials = (words: readonly string[]): number =>
  words.filter(
    (word, at) => isNegation(word) && !(word === 'no' && /^\p{N}/u.test(words[at + 1] ?? '')),
  ).length;

/**
 * What a difference concerns: whether something is denied, where one side denies more often than the
 * other or a word has lost or gained its negative prefix; a figure, date or number; or other words.
 */
export function matterOf(printed: string, quoted: string): Difference['matter'] {
  const [before, after] = [foldedWords(printed), foldedWords(quoted)];
  if (countDenials(before) !== countDenials(after) || hasTurned(before, after)) return 'negation';
  const figures = (words: readonly string[]) => words.filter(isFigure).sort().join(' ');
  return figures(before) === figures(after) ? 'words' : 'figure';
}

/**
 * The same of what is passed over: whether it denies, or has a figure, where what stands in its place
 * doesn't.
 */
export function matterBeyond(printed: string, instead: string): Difference['matter'] {
  const [before, after] = [foldedWords(printed), foldedWords(instead)];
  if (countDenials(before) > countDenials(after)) return 'negation';
  return before.some((word) => isFigure(word) && !after.includes(word)) ? 'figure' : 'words';
}

const foldedWords = (text: string): string[] => readComparedWords(text).map(({ folded }) => folded);

/** Whether a word of one side stands on the other with its negative prefix: `able`, `unable`. */
const hasTurned = (before: readonly string[], after: readonly string[]): boolean =>
  [
    [before, after],
    [after, before],
  ].some(([one = [], other = []]) =>
    one.some((word) => PREFIX.test(word) && other.includes(word.replace(PREFIX, ''))),
  );
