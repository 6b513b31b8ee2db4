import { INITIALS } from './initials.ts';

/**
 * Initials that are one word, one character of a script that puts no spaces between words, or a run of
 * letters and digits.
 */
const PATTERN = [
  INITIALS,
  String.raw`[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}]&&[\p{L}\p{N}]]\p{M}*`,
  String.raw`[\p{L}\p{N}](?:[[\p{L}\p{N}\p{M}\p{Cf}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}]]|(?<=[\p{L}\p{M}])['’‘${'`'}](?=\p{L}))*`,
].join('|');

/** A word, wherever it stands in a text. */
export const WORD = new RegExp(PATTERN, 'gv');
const WORD_HERE = new RegExp(PATTERN, 'yv');

const ASCII = 128;
/** By the code of a character: 1 for a letter or digit of ASCII. */
const IS_PLAIN = Uint8Array.from({ length: ASCII }, (_, code) =>
  Number(/[A-Za-z0-9]/.test(String.fromCharCode(code))),
);
const [APOSTROPHE, FULL_STOP, GRAVE] = [0x27, 0x2e, 0x60];

/**
 * Where the words of a text stand, as `WORD` finds them: the start and the end of each, one after the
 * other. Nearly all words are letters of ASCII between blanks, and a table tells those several times as
 * fast as the pattern, which is asked about all others.
 */
export function wordPlaces(text: string): number[] {
  const places: number[] = [];
  const { length } = text;
  for (let at = 0; at < length; ) {
    const code = text.charCodeAt(at);
    let end = at;
    if (code < ASCII) {
      while (end < length && IS_PLAIN[text.charCodeAt(end)] === 1) end += 1;
      if (end === at) {
        at += 1;
        continue;
      }
    }
    if (end === at || goesOn(text, at, end)) {
      WORD_HERE.lastIndex = at;
      end = WORD_HERE.test(text) ? WORD_HERE.lastIndex : at;
    }
    if (end > at) places.push(at, end);
    at = Math.max(end, at + 1);
  }
  return places;
}

/** Whether a run of plain letters and digits may be only a part of a word. */
function goesOn(text: string, start: number, end: number): boolean {
  if (end === text.length) return false;
  const next = text.charCodeAt(end);
  const isInitial = next === FULL_STOP && end - start === 1;
  return next >= ASCII || next === APOSTROPHE || next === GRAVE || isInitial;
}
