import { type Block, isPageStart, toBlocks } from './blocks.ts';
import { isDateLine } from './date-line.ts';
import type { ListedRecord, ListingForm, Remark } from './listing-page.ts';
import { isCount, isNavigation, opensListing, readPager } from './navigation.ts';
import {
  countOf,
  headingOf,
  type PageReading,
  pagerOf,
  splitPages,
  toPage,
  toRecord,
} from './pages.ts';

/** Longer text is never a title by its place alone. */
const LONGEST_TITLE = 300;

/** The newer form of a listing: date, title and description, each set off by a blank line. */
export const resultsPage: ListingForm = {
  recognises(text) {
    const blocks = toBlocks(text);
    return blocks.some(
      (block, index) => isPageStart(block) || readPager(block) || isDated(blocks, index),
    );
  },
  read: (text) => splitPages(toBlocks(text)).map(readPage),
};

/** What may be the title of a document whose date is blank, from the most to the least. */
const UNDATED_TITLES = [
  ({ text }: Block) => text.length <= LONGEST_TITLE,
  ({ text }: Block) => text.length <= LONGEST_TITLE && !/[.!?]["'”’)\]]*$/.test(text),
  () => false,
];

function readPage(blocks: readonly Block[]) {
  const range = pagerOf(blocks);
  const readings = UNDATED_TITLES.map((isTitle) => readBlocks(blocks, isTitle));
  // Whether wide spacing means a blank date can't be seen for sure; the page's own count knows.
  const fitting = readings.find(({ records }) => records.length === countOf(range));
  return toPage(fitting ?? (readings[0] as PageReading), range);
}

/** Whether a document begins here with its date: a line of its own, and a title after it. */
export function isDated(blocks: readonly Block[], index: number): boolean {
  const title = blocks[index + 1];
  return isDate(blocks[index]) && title !== undefined && !isDate(title) && !isCount(title.text);
}

/** Where a document must begin, of two dates in a row the second is its title. */
const isTitledByDate = (blocks: readonly Block[], index: number): boolean =>
  isDate(blocks[index]) && isDate(blocks[index + 1]) && !isDate(blocks[index + 2]);

const isDate = (block: Block | undefined): boolean =>
  block?.lines.length === 1 && isDateLine(block.text);

/**
 * Reads a page.
 * @param isTitle whether what follows one empty line more can be a title, its date left blank
 */
function readBlocks(blocks: readonly Block[], isTitle: (block: Block) => boolean): PageReading {
  const start = listingStart(blocks);
  const usual = usualGap(blocks);
  const records: ListedRecord[] = [];
  const doubts: Remark[] = [];
  let open: { line: number; date: string; title: Block; paragraphs: Block[] } | undefined;
  let inListing = true;

  const close = () => {
    if (open) records.push(toRecord(open.line, open.date, open.title, open.paragraphs));
    open = undefined;
  };
  const isUndatedTitle = (block: Block) =>
    inListing && (!open || block.gap > usual) && isTitle(block);

  for (let index = start; index < blocks.length; index += 1) {
    const block = blocks[index] as Block;
    if (isNavigation(block)) {
      close();
      // What stands after it is the page's foot, unless it has a date.
      inListing = records.length === 0;
    } else if (isDated(blocks, index) || (!open && isTitledByDate(blocks, index))) {
      close();
      index += 1;
      open = { line: block.line, date: block.text, title: blocks[index] as Block, paragraphs: [] };
      inListing = true;
    } else if (isUndatedTitle(block)) {
      close();
      open = { line: block.line, date: '', title: block, paragraphs: [] };
    } else if (open) {
      if (isDate(block)) doubts.push(undatedRemark(block));
      open.paragraphs.push(block);
    }
  }
  close();
  return { records, heading: headingOf(blocks.slice(0, start)), refused: [], doubts };
}

/** Where the documents begin: after the head's last opening, or with the first date. */
function listingStart(blocks: readonly Block[]): number {
  const firstDated = blocks.findIndex((_, index) => isDated(blocks, index));
  if (firstDated < 0) return blocks.findIndex(opensListing) + 1 || blocks.length;
  const opening = blocks.slice(0, firstDated).findLastIndex(opensListing);
  // A page cut down to its documents may begin with one whose date is blank.
  const isBare = (blocks[0]?.gap ?? 0) > 1;
  return opening >= 0 ? opening + 1 : isBare ? 0 : firstDated;
}

/** How many blank lines stand before a date here; before the first, the page's head decides. */
function usualGap(blocks: readonly Block[]): number {
  const [, ...gaps] = blocks.filter((_, index) => isDated(blocks, index)).map(({ gap }) => gap);
  return gaps.length > 0 ? Math.min(...gaps) : 1;
}

const undatedRemark = ({ line, text }: Block): Remark => ({
  line,
  reason: `"${text}" is a date without a title after it; kept as text of the description`,
});
