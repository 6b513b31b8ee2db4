import { isStopWord, isSurname } from './stop-words.ts';
import type { Word } from './word.ts';

/** A script that puts no spaces between words. */
export const UNSPACED: RegExp = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}]/v;
const HYPHEN = /^[\-‐‑¬]$/v;
/** What parts a word in two at the end of a line; "¬" is how some machines read it. */
const LINE_END = /^[\-‐‑¬]\s+$/v;
const BLANK = 0x20;
/** Belongs to the word before it, whether it is at the end of a line or not. */
const SOFT_HYPHEN = 0xad;
/** Indents are short. */
const LONGEST_LINE_END = 20;
const DIGIT = /\p{N}/v;

/**
 * Whether two words are only parted by a blank, as nearly all are, and nothing speaks for joining them:
 * told without looking at them closely.
 * @param first the first of them, folded
 * @param end where it ends in the text
 * @param start where the second one begins
 */
export const standApart = (text: string, first: string, end: number, start: number): boolean =>
  start === end + 1 &&
  text.charCodeAt(end) === BLANK &&
  text.charCodeAt(end - 1) !== SOFT_HYPHEN &&
  !isSurname(first);

/**
 * Joins two words of a text that follow each other and touch, are hyphenated, or parted by the end of
 * a line, or that are a name which begins with a stop word.
 * @returns undefined if they stay apart
 */
export function joinWords(first: Word, second: Word, text: string): Word | undefined {
  const gap = second.start - first.end;
  if (gap > LONGEST_LINE_END) return undefined;
  const between = text.slice(first.end, second.start);
  const isParted = areHalves(first, second, between, text);
  if (gap > 1 && !isParted) return undefined;
  const isPair = between === '' && UNSPACED.test(first.word) && UNSPACED.test(second.word);
  // Numbers stay apart: 1949-51 is not a word, and no one types 194951.
  const isName =
    isSurname(first.word) && between === ' ' && isCapital(text, first) && isCapital(text, second);
  const isHyphened = isParted || HYPHEN.test(between);
  const isCompound = isHyphened && !DIGIT.test(first.word) && !DIGIT.test(second.word);
  if (!isPair && !isCompound && !isName) return undefined;
  const word = first.word + second.word;
  if (isStopWord(word)) return undefined;
  const kind = isPair ? 'pair' : 'compound';
  return { word, start: first.start, end: second.end, kind };
}

/**
 * Whether two words are halves of one that the end of a line has parted. Machines print some ends of
 * lines as blanks, as in "con- ference", which "pre- and post-war" and "Anglo- American" aren't.
 */
function areHalves(first: Word, second: Word, between: string, text: string): boolean {
  const endsSoft = text.charCodeAt(first.end - 1) === SOFT_HYPHEN;
  const isSoft = endsSoft && between !== '' && between.trim() === '';
  if (!isSoft && !LINE_END.test(between)) return false;
  return between.includes('\n') || (isLowerCase(text, second) && !isStopWord(second.word));
}

const isLowerCase = (text: string, { start }: Word): boolean => /\p{Ll}/u.test(text.charAt(start));
const isCapital = (text: string, { start }: Word): boolean => /\p{Lu}/u.test(text.charAt(start));
