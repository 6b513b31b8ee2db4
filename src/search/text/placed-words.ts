import { partingLines, type Range } from './parting-lines.ts';
import { readsByItself, type Word } from './word.ts';

/**
 * A word of a text by the places that it takes. Words that read one by one are counted from 0; a word
 * that is joined of two, such as one that a line's end has parted, takes the places of both, so that a
 * phrase runs across it either way.
 */
export type PlacedWord = { word: string; first: number; isJoined: boolean };

/** The words of a text in their places. @param analyzed the text, taken apart */
export function placeWords(analyzed: readonly Word[]): PlacedWord[] {
  let next = 0;
  return analyzed.map(({ word, kind }) => {
    const isJoined = !readsByItself({ kind });
    // It stands between its two words, the first of which has been counted.
    if (isJoined) return { word, first: next - 1, isJoined };
    next += 1;
    return { word, first: next - 1, isJoined };
  });
}

/** The words of pages run on from one to the next, and so do phrases. */
export const wholeText = (pages: readonly { text: string }[]): string =>
  pages.map(({ text }) => text).join('\n');

/**
 * The words of pages, by their places in the whole text, without page numbers and running heads that
 * stand between the halves of a word.
 */
export function analyzePages<Read extends Word>(
  pages: readonly { text: string }[],
  analyze: (text: string) => Read[],
): Read[] {
  const text = wholeText(pages);
  const cuts = partingLines(pages);
  if (cuts.length === 0) return analyze(text);
  return analyze(withoutRanges(text, cuts, 0, text.length)).map((word) => ({
    ...word,
    start: placeBefore(word.start, cuts),
    end: placeBefore(word.end - 1, cuts) + 1,
  }));
}

/** A part of a text without some ranges of the text. @param ranges in their order */
export const withoutRanges = (
  text: string,
  ranges: readonly Range[],
  from: number,
  to: number,
): string =>
  [...ranges, { start: to, end: to }]
    .map(({ start }, i) => text.slice(Math.max(from, ranges[i - 1]?.end ?? 0), Math.min(start, to)))
    .join('');

/** Where a code unit stood before ranges were left out. */
const placeBefore = (place: number, ranges: readonly Range[]): number =>
  ranges.reduce((at, { start, end }) => (start <= at ? at + end - start : at), place);

/** How many words at the beginning of each page `analyzePages` leaves out. */
export function leftOutWords(
  pages: readonly { text: string }[],
  analyze: (text: string) => Word[],
): number[] {
  const cuts = partingLines(pages);
  let start = 0;
  return pages.map(({ text }) => {
    const cut = cuts.find((one) => one.start <= start && one.end > start);
    const head = cut ? analyze(text.slice(0, cut.end - start)).filter(readsByItself).length : 0;
    start += text.length + 1;
    return head;
  });
}

/**
 * How many words stand before each page.
 * @param analyzed the whole text, taken apart
 */
export function firstWordsOf(
  pages: readonly { text: string }[],
  analyzed: readonly Word[],
): number[] {
  const read = analyzed.filter(readsByItself);
  let firstWord = 0;
  let start = 0;
  return pages.map(({ text }) => {
    while ((read[firstWord]?.start ?? start) < start) firstWord += 1;
    start += text.length + 1;
    return firstWord;
  });
}

/** The place where words first stand one after the other; undefined if they nowhere do. */
export function placeOfPhrase(
  placed: readonly PlacedWord[],
  phrase: readonly string[],
): number | undefined {
  const at = Map.groupBy(placed, ({ first }) => first);
  const goesOn = (place: number, words: readonly string[]): boolean => {
    const [word, ...others] = words;
    if (word === undefined) return true;
    const found = at.get(place)?.filter((one) => one.word === word) ?? [];
    return found.some(({ isJoined }) => goesOn(place + (isJoined ? 2 : 1), others));
  };
  return placed.find(({ first, word }) => word === phrase[0] && goesOn(first, phrase))?.first;
}
