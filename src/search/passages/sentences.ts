import type { TextRange } from '../text/passage.ts';

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * What is followed by a full stop and goes on: titles, "No. 12", "p. 412", months, "U.S.", and the
 * initials of a name. A sentence that does end with one of them is joined to the next, which does no
 * harm.
 */
const ABBREVIATION =
  /(?<![\p{L}\p{M}])(?:\p{L}|Mr|Mrs|Ms|Messrs|Mme|Mlle|Dr|Prof|Rev|Hon|St|Ste|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Gov|Sen|Rep|Amb|Sec|Jr|Sr|Esq|Nos?|vols?|pp|fols?|arts?|pars?|chap|cf|ibid|viz|etc|vs|approx|Cos?|Inc|Ltd|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.["'”’)\]]*\s*$/iu;
/** The number of a paragraph: `42.`, `(b)`. */
const NUMBER = /^\s*[([]?[\p{L}\p{N}]{1,4}[.)\]]+\s*$/u;
/** A sentence doesn't begin so. */
const GOES_ON = /^["'“‘([]*\p{Ll}/u;
/** Prose is read faster without what stands far before its end. */
const LONGEST_ABBREVIATION = 12;

/**
 * The sentences of a paragraph, whole and in their order, without the white space around them. Lines
 * may break within them.
 * @see https://www.unicode.org/reports/tr29/#Sentence_Boundaries which knows no abbreviations
 */
export function sentencesOf(text: string, paragraph: TextRange): TextRange[] {
  const source = text.slice(paragraph.start, paragraph.end);
  // A line's end would end a sentence.
  const inOneLine = source.replace(/[\n\r\u2028\u2029\u0085]/g, ' ');
  const sentences: TextRange[] = [];
  let isOpen = false;
  for (const { segment, index } of SENTENCES.segment(inOneLine)) {
    const range = trimmed(text, {
      start: paragraph.start + index,
      end: paragraph.start + index + segment.length,
    });
    if (range.start === range.end) continue;
    const last = sentences.at(-1);
    if (last && (isOpen || GOES_ON.test(segment))) last.end = range.end;
    else sentences.push(range);
    const { start, end } = sentences.at(-1) ?? range;
    isOpen =
      NUMBER.test(text.slice(start, end)) ||
      ABBREVIATION.test(text.slice(Math.max(start, end - LONGEST_ABBREVIATION), end));
  }
  return sentences;
}

/** The range without the white space at its ends. */
export function trimmed(text: string, { start, end }: TextRange): TextRange {
  const shown = text.slice(start, end);
  const lead = shown.length - shown.trimStart().length;
  if (lead === shown.length) return { start, end: start };
  return { start: start + lead, end: end - (shown.length - shown.trimEnd().length) };
}
