import type { Word } from './word.ts';

/** So many words are read to show one of a page, and as many on either side. */
export const ANCHOR_EVERY = 500;

/** A page's text, of which not all need be read to show a word of it. */
export type AnchoredText = {
  text: string;
  /** Of a page of many words the code units at which every so many of them begin: 0, 500, 1000… */
  anchors?: readonly number[] | undefined;
  /** How many words at its beginning aren't counted, as those of a running head that parts a word. */
  leftOut?: number | undefined;
};

/**
 * The anchors of each page; none for a page of few words.
 * @param words of the whole text that are read one by one
 * @param firstWords how many of them stand before each page
 */
export function anchorsOf(
  pages: readonly { text: string }[],
  words: readonly Word[],
  firstWords: readonly number[],
): (number[] | undefined)[] {
  let start = 0;
  return pages.map(({ text }, i) => {
    const end = start + text.length;
    const anchors: number[] = [];
    for (let at = firstWords[i] ?? 0; (words[at]?.start ?? end) < end; at += ANCHOR_EVERY)
      anchors.push((words[at]?.start ?? start) - start);
    start = end + 1;
    return anchors.length > 1 ? anchors : undefined;
  });
}
