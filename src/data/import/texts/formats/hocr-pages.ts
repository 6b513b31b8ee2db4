import { LONGEST_PAGE, tooLongPage } from './text-size.ts';

/** Where a page begins. */
const PAGE = /<[a-z]+\b[^>]*\bclass\s*=\s*["']?[^"'>]*\bocr_page\b/gi;
/** Of a page with all of its tags, in characters: each word has its place beside it. */
const LARGEST = 32 * LONGEST_PAGE;

/**
 * The markup of each page of a file in hOCR, in which pages stand one after the other.
 * @throws SourceError for a page that is longer than any
 */
export async function* pagesOfHocr(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    rest += piece;
    const starts = startsIn(rest);
    for (const [i, start] of starts.entries()) {
      const end = starts[i + 1];
      if (end !== undefined) yield rest.slice(start, end);
    }
    rest = rest.slice(starts.at(-1) ?? Math.max(0, rest.lastIndexOf('<')));
    if (rest.length > LARGEST) throw tooLongPage();
  }
  for (const start of startsIn(rest)) yield rest.slice(start);
}

const startsIn = (markup: string): number[] =>
  Array.from(markup.matchAll(PAGE), ({ index }) => index);
