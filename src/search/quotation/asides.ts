import type { Page } from '../../data/texts/page.ts';
import type { ComparedWord } from './compared-words.ts';
import { countDenials } from './matter.ts';
import { findNoteMarks } from './note-marks.ts';

/** Printed words from `start` up to, not including, `end`, which the text may run on without. */
export type Aside = { start: number; end: number };

/** What an editor added in the text: `[sic]`, `[70?]`, or the mark of a note. */
const BRACKET = /\[[^[\]\n]{1,60}\]/gu;

/** Where a text has brackets; those that deny are none of these, for they turn its sense. */
export function findBrackets(text: string, words: readonly ComparedWord[]): Aside[] {
  const wordFrom = createWordFrom(words);
  return [...text.matchAll(BRACKET)]
    .map(({ index, 0: bracket }) => ({
      start: wordFrom(index),
      end: wordFrom(index + bracket.length),
    }))
    .filter(({ start, end }) => {
      const within = words.slice(start, end).map(({ folded }) => folded);
      return within.length > 0 && countDenials(within) === 0;
    });
}

/** The marks of notes in a running text. */
export function findMarks(text: string, words: readonly ComparedWord[]): Aside[] {
  const wordFrom = createWordFrom(words);
  return findNoteMarks(text)
    .map(({ start, end }) => ({ start: wordFrom(start), end: wordFrom(end) }))
    .filter(({ start, end }) => start < end);
}

const PARAGRAPH = /\n[ \t]*\n\s*/g;
/** How a note begins, with its mark: `1 Not printed.` A number with a full stop begins a list, too. */
const NOTE = /^(?:\p{N}{1,3}|[*†‡§¶]{1,3})\s/u;
const SENTENCE_END = /[.!?:;。！？]["'”’»)\]]*\s*$/u;
/** The longest notes of a page, in words: with a mark, and where only the sentence before tells. */
const MOST = { marked: 400, unmarked: 100 };

/**
 * Where the notes at the end of each page may begin: with each paragraph that has a note's mark, and
 * with the last that follows an unfinished sentence.
 * @param starts where each page begins in the text that the words are of
 */
export function findAsides(
  pages: readonly Page[],
  starts: readonly number[],
  words: readonly ComparedWord[],
): Aside[] {
  const wordFrom = createWordFrom(words);
  return pages.slice(0, -1).flatMap(({ text }, index) => {
    const paragraphs = [...text.matchAll(PARAGRAPH)].map(({ index: gap, 0: blank }) => {
      const isMarked = NOTE.test(text.slice(gap + blank.length, gap + blank.length + 8));
      const isAmid = !SENTENCE_END.test(text.slice(Math.max(0, gap - 8), gap));
      const start = wordFrom((starts[index] ?? 0) + gap + blank.length);
      return { start, isMarked, isAmid };
    });
    const end = wordFrom(starts[index + 1] ?? 0);
    const lastAmid = paragraphs.findLast(({ isAmid }) => isAmid);
    return paragraphs
      .filter((paragraph) => {
        const most = paragraph.isMarked ? MOST.marked : paragraph === lastAmid ? MOST.unmarked : 0;
        const length = end - paragraph.start;
        return length > 0 && length <= most;
      })
      .map(({ start }) => ({ start, end }));
  });
}

/** Finds the first word from a code unit on; asked for one unit after the other. */
function createWordFrom(words: readonly ComparedWord[]): (unit: number) => number {
  let at = 0;
  return (unit) => {
    while (at < words.length && (words[at] as ComparedWord).start < unit) at += 1;
    return at;
  };
}
