import { foldLetters } from './calendar-names.ts';
import { MONTH_NAMES } from './months.ts';

/** `5/6/63`, `16.10.62`. */
const IN_FIGURES = /(?<!\d[-/.]?)\d{1,2}([-/.])\s?\d{1,2}\1\s?\d{2}(?!\d)/;

/** `16-Oct-62`, `May 5, 63`, `Oct-62`, `May '63`. "May 11" and "4 May-12" are days. */
const AT_THE_END = new RegExp(
  String.raw`['‘’]\d\d$|(?<!\d)\d{1,2}([-./\s])\s?(?:${MONTH_NAMES})\.?\1\s?\d\d$|^(?:${MONTH_NAMES})\.?(?:-|\s\d{1,2},\s?)\d\d$`,
);

const DECADE = /^['‘’]?\d0s$/;

/** Whether a date's year leaves out the century: `5/6/63`, `16-Oct-62`, `May '63`, `60s`. */
export function lacksCentury(text: string): boolean {
  const folded = foldLetters(text);
  if (/(?<!\d)\d{4}(?!\d)/.test(folded)) return false;
  return [IN_FIGURES, AT_THE_END, DECADE].some((form) => form.test(folded));
}

/** Writes out the year that a date ends with, where that leaves out the century and follows a word. */
export const expandLastYear = (text: string, whole: (figures: string) => string): string =>
  lacksCentury(text) && AT_THE_END.test(foldLetters(text))
    ? text.replace(/['‘’]?(\d\d)$/, (_, figures) => whole(figures))
    : text;
