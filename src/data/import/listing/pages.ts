import type { ListingRange } from '../format.ts';
import { type Block, isPageStart } from './blocks.ts';
import type { ListedRecord, ListingPage } from './listing-page.ts';
import { isNavigation, isNavigationLine, readPager, SEARCH_BOX } from './navigation.ts';

/** What a page's text says, before it is held against the page's own count. */
export type PageReading = Pick<ListingPage, 'records' | 'heading' | 'refused' | 'doubts'>;

/** Splits a text in which several pages stand one after the other. */
export function splitPages(blocks: readonly Block[]): Block[][] {
  const pages: Block[][] = [[]];
  let range: ListingRange | null = null;
  for (const block of blocks) {
    const pager = readPager(block);
    const isOther = pager !== null && range !== null && pager.from !== range.from;
    if (isPageStart(block) || isOther) {
      pages.push([]);
      range = null;
    }
    range ??= pager;
    pages.at(-1)?.push(block);
  }
  return pages.filter((page) => page.length > 0);
}

export const pagerOf = (blocks: readonly Block[]): ListingRange | null =>
  blocks.map(readPager).find((range) => range !== null) ?? null;

/** A record of a title and paragraphs. */
export const toRecord = (
  line: number,
  date: string,
  title: Block,
  paragraphs: readonly Block[],
): ListedRecord => ({
  line,
  date,
  title: title.text,
  description: paragraphs.map(({ text }) => text).join('\n\n'),
});

/** Longer text above the documents isn't a heading. */
const LONGEST_HEADING = 100;

/** The collection's name among what stands above the documents, where there is one. */
export function headingOf(blocks: readonly Block[]): string | null {
  const heading = blocks.find((block, index) => {
    const before = blocks[index - 1];
    return !isNavigation(block) && !SEARCH_BOX.test(before?.text ?? '');
  });
  const text = heading?.lines.filter((line) => !isNavigationLine(line)).join(' ') ?? '';
  return text && text.length <= LONGEST_HEADING && !/[.!?]$/.test(text) ? text : null;
}

/** A page's reading with its place in the listing; a count that differs is a doubt. */
export function toPage(reading: PageReading, range: ListingRange | null): ListingPage {
  const found = reading.records.length;
  const expected = countOf(range);
  if (!range || found === expected) return { ...reading, range };
  const reason = `the page counts ${expected} documents (${range.from} - ${range.to} of ${range.listed}), but ${found} were found`;
  return { ...reading, range, doubts: [...reading.doubts, { line: null, reason }] };
}

export const countOf = (range: ListingRange | null): number | null =>
  range && range.to - range.from + 1;
