import type { Difference } from '../quotations.ts';
import { readComparedWords } from './compared-words.ts';

const NEGATIONS: ReadonlySet<string> = new Set(
  'no not never none nothing nobody nowhere neither nor without cannot hardly scarcely'.split(' '),
);
/** "don't" folded; what else ends so is rare enough. */
const CONTRACTED =
  /^(?:do|does|did|is|are|was|were|has|have|had|wo|would|could|should|ca|must|need|ai|might)nt$/;
const PREFIX = /^(?:un|in|im|il|ir|dis|non|mis)(?=\p{L}{3})/u;

const FIGURES: ReadonlySet<string> = new Set(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
   seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
   thousand thousands million millions billion billions dozen half third quarter once twice
   first second fourth fifth sixth seventh eighth ninth tenth
   january february march april may june july august september october november december
   monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
);

export const isNegation = (folded: string): boolean =>
  NEGATIONS.has(folded) || CONTRACTED.test(folded);

export const isFigure = (folded: string): boolean =>
  /[\p{N}$£€¥]/u.test(folded) || FIGURES.has(folded);

/**
 * What a difference concerns: whether something is denied, where one side denies more often than the
 * other or a word has lost or gained its negative prefix; a figure, date or number; or other words.
 */
export function matterOf(printed: string, quoted: string): Difference['matter'] {
  const [before, after] = [printed, quoted].map((text) =>
    readComparedWords(text).map(({ folded }) => folded),
  ) as [string[], string[]];
  const denials = (words: readonly string[]) => words.filter(isNegation).length;
  if (denials(before) !== denials(after) || hasTurned(before, after)) return 'negation';
  const figures = (words: readonly string[]) => words.filter(isFigure).sort().join(' ');
  return figures(before) === figures(after) ? 'words' : 'figure';
}

/** Whether a word of one side stands on the other with its negative prefix: `able`, `unable`. */
const hasTurned = (before: readonly string[], after: readonly string[]): boolean =>
  [
    [before, after],
    [after, before],
  ].some(([one = [], other = []]) =>
    one.some((word) => PREFIX.test(word) && other.includes(word.replace(PREFIX, ''))),
  );
