import type { Word } from '../../text/analysis.ts';

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
    const isJoined = kind === 'pair' || kind === 'compound';
    // It stands between its two words, the first of which has been counted.
    if (isJoined) return { word, first: next - 1, isJoined };
    next += 1;
    return { word, first: next - 1, isJoined };
  });
}
