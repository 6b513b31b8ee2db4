import { asOneLine, type ComparedText } from './compared-text.ts';
import type { ComparedWord } from './compared-words.ts';
import type { Range } from './placed-runs.ts';

const OPENING_SIGNS = /[\p{Ps}\p{Pi}"'„‚]+$/u;

/** Words as printed, in one line, without the signs round them. */
export const wordsOf = (
  { text, words }: { text: string; words: readonly Pick<ComparedWord, 'start' | 'end'>[] },
  { from, to }: Range,
): string =>
  from >= to ? '' : asOneLine(text.slice(words[from]?.start, words[to - 1]?.end)).trim();

/**
 * Words as printed with the signs before the first that open something, and all that stands after the
 * last up to such signs of the next word: pieces that follow each other make up the print.
 * @param passage the words that all the pieces are of: at its ends signs don't belong to it
 */
export function printOf(
  { text, words }: Pick<ComparedText, 'text' | 'words'>,
  { from, to }: Range,
  passage: Range,
): string {
  const cutBefore = (word: number) => {
    const start = words[word]?.start ?? text.length;
    if (word === passage.from) return start;
    const gap = text.slice(words[word - 1]?.end, start);
    return start - (OPENING_SIGNS.exec(gap)?.[0].length ?? 0);
  };
  if (from === to) return '';
  const end = to === passage.to ? words[to - 1]?.end : cutBefore(to);
  return asOneLine(text.slice(cutBefore(from), end));
}
