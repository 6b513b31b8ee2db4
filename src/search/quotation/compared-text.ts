import type { Page } from '../../data/texts/page.ts';
import type { PagePlace } from '../hits.ts';
import { type Aside, findAsides, findBrackets, findMarks } from './asides.ts';
import { type ComparedWord, readComparedWords } from './compared-words.ts';
import { findRunningLines } from './page-lines.ts';

/** A document's text as a quotation is compared with it: its pages in one. */
export type ComparedText = {
  text: string;
  words: readonly ComparedWord[];
  /** Notes at the ends of pages, their marks, and what an editor has in brackets. */
  asides: readonly Aside[];
  /** Whether a machine read any of it. */
  isOcr: boolean;
  /** Whether a line stands at the ends of several pages. */
  isRunningLine(line: string): boolean;
  /** The page of a code unit; undefined in a text without pages. */
  pageAt(unit: number): PagePlace | undefined;
};

/** Pages in their order as one text, so that words and sentences run on from one to the next. */
export function joinPages(pages: readonly Page[]): ComparedText {
  const starts: number[] = [];
  let text = '';
  for (const page of pages) {
    starts.push(text.length);
    text += `${page.text}\n`;
  }
  const pageAt = (unit: number) => {
    const page = pages[starts.findLastIndex((start) => start <= unit)];
    return page && { page: page.page, label: page.label, kind: page.kind, url: page.url };
  };
  const isOcr = pages.some(({ kind }) => kind === 'ocr');
  const words = readComparedWords(text);
  const isRunningLine = isOcr ? findRunningLines(pages) : () => false;
  const asides = [
    ...findAsides(pages, starts, words),
    ...findBrackets(text, words),
    ...findMarks(text, words),
  ];
  return { text, words, asides, isOcr, isRunningLine, pageAt };
}

/** White space as single spaces; a word that goes on in the next line keeps its hyphen alone. */
export const asOneLine = (text: string): string =>
  text.replace(/(?<=\p{L}[-‐‑])\s*\n\s*/gu, '').replace(/\s+/g, ' ');

/** A text of the record. */
export function withoutPages(text: string): ComparedText {
  const words = readComparedWords(text);
  return {
    text,
    words,
    asides: [...findBrackets(text, words), ...findMarks(text, words)],
    isOcr: false,
    isRunningLine: () => false,
    pageAt: () => undefined,
  };
}
