import { foldLetters } from '../calendar-names.ts';
import { MOVABLE_FEASTS } from './movable-feasts.ts';
import { NOISE } from './noise.ts';
import { NUMBERS } from './numbers.ts';
import type { Rule } from './rule.ts';
import { WORDS } from './words.ts';
import { YEARS } from './years.ts';

/**
 * Rewrites a printed date as tokens, so that the forms have little to tell apart: `Y1962` year, `M10`
 * month, `16` day, `D196` decade, `C19` the years 1900 to 1999, `C-02` 300 to 201 before our era, `S21` to `S24` spring to winter,
 * (EDTF's number of any part of a year), `-` to, `&` and, `|` or, `( )`, `[ ]`, `?`, and CIRCA,
 * BEFORE, AFTER, UNTIL, SINCE, BETWEEN, DOWN.
 * Tokens are in capitals; what stays in small letters isn't known, and no form takes it.
 */
export function toTokens(text: string): string {
  const tokens = RULES.reduce(
    (rewritten, [pattern, token]) => rewritten.replaceAll(pattern, token as string),
    fold(text),
  );
  return tokens.replaceAll(/\s+/g, ' ').trim();
}

const PUNCTUATION: readonly Rule[] = [
  // "?-1962" begins nobody knows when, "1962-?" ends so.
  [/^\s?\?\s?-(?=\s?[YMDC\d])/g, ' UNTIL '],
  [/-\s?\?\s?$/g, ' - '],
  [/\.{2,}/g, ' - '],
  [/-{2,}|_{2,}/g, '-'],
  [/[."]|,$/g, ' '],
  [/(?<![YC])-|[[\]()?|&/]/g, ' $& '],
  [/[;+]/g, ' & '],
  // A comma that stands between dates of one kind lists them: "1921, 1925", "4, 6 November".
  [/(?<=(?:^|\s)(?:Y\S+|D\d+))\s*,(?=.*[YD]\d)/g, ' & '],
  [/(?<=(?:^|\s)M\d+)\s*,(?=\s*M)|(?<=(?:^|\s)\d+)\s*,(?=\s*\d+(?:\s|,))/g, ' & '],
  [/,/g, ' '],
  [/\s+/g, ' '],
  [/\( \? \)/g, '?'],
  // "20 September (1902)": the year is supplied.
  [/(?<=M\d+(?: \d+)?) \( (Y\d+) \)\s?$/g, ' [ $1 ]'],
  // "July [—], 1870": the archive's brackets round the day that is left out.
  [/ \[ - \] /g, ' [ ] '],
  // "July —, 1870" leaves out the day; "January 16—1952" has its dash for a comma.
  [/(?<=^\s?(?:\[ )?(?:\d+ )?M\d+(?: \])?(?: \d+)?) - (?=(?:\[ )?Y\S+(?: \])?\s?$)/g, ' '],
  [/^\s?- (?=M)/g, ''],
  // "12th May, 1864.)" has lost the opening half.
  [/(?<=^[^(]*) \)/g, ' '],
  [/^\s?\(([^()]*)\)\s?$/g, '$1'],
];

const RULES: readonly Rule[] = [
  ...MOVABLE_FEASTS,
  ...NOISE,
  ...NUMBERS,
  ...YEARS,
  ...WORDS,
  ...PUNCTUATION,
];

/** Letters folded; one kind of dash and of apostrophe. */
const fold = (text: string): string =>
  foldLetters(text)
    .replaceAll(/\p{Pd}|−/gu, '-')
    .replaceAll(/[‘’]/g, "'");
