import { isCommonWord } from '../text/common-words.ts';
import { fold } from '../text/fold.ts';
import { INITIALS, withoutStops } from '../text/initials.ts';
import { modernSpelling } from './spelling-variants.ts';

/** A word as two texts are compared by it. */
export type ComparedWord = {
  /** Folded, so that case, accents, ligatures and apostrophes don't count, and in one spelling. */
  key: string;
  /** As it reads, folded alone, with a straight apostrophe. */
  folded: string;
  /** Where it stands: from the code unit `start` up to, not including, `end`. */
  start: number;
  end: number;
  /** Whether a hyphen joins it to the word before, within a line or at its end; or it may be one with it. */
  isJoined: boolean;
};

/** Raised and lowered figures are marks of notes. */
const DIGIT = String.raw`[\p{N}--[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]]`;
const UNSPACED = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}]`;
/** Thousands set apart by spaces: 10 000. */
const SPACED = String.raw`(?<![\p{N}.,])${DIGIT}{1,3}(?:[ \u00a0\u2009\u202f]${DIGIT}{3})+(?!\p{N})`;
/** Letters with full stops and nothing between them, whatever they are: H.M.S. */
const UNSPACED_INITIALS = String.raw`(?<![\p{L}\p{N}'’.])\p{L}(?:\.\p{L}){2,}(?![\p{L}\p{N}'’])`;
/** Between two initials: U. S., p.m. */
const BETWEEN_INITIALS = /^\. ?$/;
/** Before a figure, where no word or figure precedes it; or alone. */
const MINUS = String.raw`(?<=^|[\s\(])[\-−](?=\p{N})|^[\-−]$`;
/**
 * A number with its separators, one character of a script without spaces, a run of letters and digits
 * with the apostrophes in it, or a sign that is read as a word.
 */
const WORD = new RegExp(
  [
    SPACED,
    INITIALS,
    UNSPACED_INITIALS,
    MINUS,
    `${DIGIT}+(?:[.,:]${DIGIT}+)+`,
    String.raw`[${UNSPACED}&&[\p{L}\p{N}]]\p{M}*`,
    String.raw`[\p{L}${DIGIT}](?:[[\p{L}${DIGIT}\p{M}\p{Cf}]--${UNSPACED}]|(?<=[\p{L}\p{M}])['’‘${'`'}](?=\p{L}))*`,
    String.raw`[$£€¥%\&]`,
  ].join('|'),
  'gv',
);
/** Between two halves of a word; `¬` is how some machines write the hyphen of a line's end. */
const HYPHEN = /^[\-‐‑¬\u00ad]\s*$/v;
const LINE_END = /[\u00ad\n]/;
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['&', 'and'],
  ['-', 'minus'],
  ['−', 'minus'],
]);
/** Words that were, or are, written in two. */
const IN_TWO: ReadonlySet<string> = new Set(
  'percent cannot today tomorrow tonight anyone someone everyone forever meanwhile'.split(' '),
);

/** The words of a text in their order. What stands between them doesn't count. */
export function readComparedWords(text: string): ComparedWord[] {
  const words: ComparedWord[] = [];
  let before: ComparedWord | undefined;
  for (const { 0: printed, index: start } of text.matchAll(WORD)) {
    const { key, folded } = readWord(printed);
    if (folded === '') continue;
    const end = start + printed.length;
    const gap = before ? gapBetween(text, before.end, start) : '';
    const isHyphen = gap !== ' ' && HYPHEN.test(gap);
    const joined = before && gap.length > 0 ? before.folded + folded : '';
    if (before && isHyphen && LINE_END.test(gap) && isCommonWord(joined)) {
      const whole = { ...readWord(joined), start: before.start, end, isJoined: before.isJoined };
      words[words.length - 1] = before = whole;
    } else {
      const areInitials =
        folded.length === 1 && before?.folded.length === 1 && BETWEEN_INITIALS.test(gap);
      const isJoined = isHyphen || areInitials || IN_TWO.has(joined);
      before = { key, folded, start, end, isJoined };
      words.push(before);
    }
  }
  return words;
}

/** What stands between two words; a soft hyphen at a line's end is the last sign of the first. */
const gapBetween = (text: string, end: number, start: number): string =>
  text.slice(text[end - 1] === '\u00ad' ? end - 1 : end, start);

const foldWord = (printed: string): string =>
  fold(withoutStops(printed))
    .replace(/['’‘`]/g, "'")
    .replace(/(?<=\d)[, ](?=\d{3})/gu, '');

type Read = Pick<ComparedWord, 'key' | 'folded'>;

/** Remembered, for the same words come again and again, and reading one takes longer than finding it. */
const MOST_REMEMBERED = 50_000;
const remembered = new Map<string, Read>();

function readWord(printed: string): Read {
  const known = remembered.get(printed);
  if (known) return known;
  const folded = SIGNS.get(printed) ?? foldWord(printed);
  const read = { key: modernSpelling(folded.replaceAll("'", '')), folded };
  if (remembered.size === MOST_REMEMBERED) remembered.clear();
  remembered.set(printed, read);
  return read;
}
