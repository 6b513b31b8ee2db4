import type { Page } from '../../data/texts/page.ts';
import { fold } from '../text/fold.ts';
import type { ComparedText } from './compared-text.ts';
import { countDenials } from './matter.ts';
import type { Range } from './placed-runs.ts';

/** The most words of a foot line and the next page's head. */
const LONGEST = 20;
/** How many lines at either end of a page may be its head or foot. */
const AT_EITHER_END = 2;

/** Finds lines that stand at the ends of pages on two pages or more, figures aside: heads and feet. */
export function findRunningLines(pages: readonly Page[]): (line: string) => boolean {
  const times = new Map<string, number>();
  for (const { text } of pages) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const ends = [...lines.slice(0, AT_EITHER_END), ...lines.slice(-AT_EITHER_END)];
    for (const line of new Set(ends.map(withoutFigures))) {
      times.set(line, (times.get(line) ?? 0) + 1);
    }
  }
  return (line) => withoutFigures(line) !== '' && (times.get(withoutFigures(line)) ?? 0) > 1;
}

const withoutFigures = (line: string): string => fold(line).replace(/[^\p{L}]/gu, '');

/** A page's number, alone or with words in capitals: `FOREIGN RELATIONS 413`. */
const isNumbered = (line: string): boolean => /\p{N}/u.test(line) && !/\p{Ll}/u.test(line);

/**
 * Whether words that were left out are the foot line of a page that a machine read, the head of the
 * next, or both: whole lines that recur on other pages or are numbered. Never where they deny.
 */
export function isPageEnd(
  { text, words, isOcr, pageAt, isRunningLine }: ComparedText,
  { from, to }: Range,
): boolean {
  const [before, first, last, after] = [words[from - 1], words[from], words[to - 1], words[to]];
  if (!isOcr || to - from > LONGEST || !before || !first || !last || !after) return false;
  if (pageAt(before.start)?.page === pageAt(after.start)?.page) return false;
  const isWhole = [text.slice(before.end, first.start), text.slice(last.end, after.start)].every(
    (gap) => gap.includes('\n'),
  );
  if (!isWhole || countDenials(words.slice(from, to).map(({ folded }) => folded)) > 0) return false;
  const lines = text.slice(first.start, last.end).split('\n');
  return lines.every(
    (line) => !/[\p{L}\p{N}]/u.test(line) || isNumbered(line) || isRunningLine(line),
  );
}
