import { type Block, toBlocks } from './blocks.ts';
import { isDateLine } from './date-line.ts';
import type { ListedRecord, ListingForm, Remark } from './listing-page.ts';
import { isCount, isNavigation, SEARCH_BOX } from './navigation.ts';
import { headingOf, type PageReading, pagerOf, splitPages, toPage, toRecord } from './pages.ts';
import { isDated } from './results-page.ts';

const BULLET = /^[•·*+▪◦‣o-](?:\s|$)/;

/** Longer text beside a bullet isn't a date that can't be read, but a title. */
const LONGEST_DATE = 40;

/** The older form of a listing: a bullet and the date, then title and description, indented. */
export const bulletList: ListingForm = {
  recognises(text) {
    const blocks = bulletBlocks(text);
    if (blocks.some(opensOlderForm)) return startsOf(blocks).length > 0;
    // In either form descriptions can hold the other's dates, but not before their own.
    const first = blocks.find((block, index) => isDatedBullet(block) || isDated(blocks, index));
    return first !== undefined && isDatedBullet(first);
  },
  read: (text) =>
    splitPages(bulletBlocks(text)).map((page) => toPage(readBullets(page), pagerOf(page))),
};

/** Blocks, of which a bullet with its date is one even where the title follows without a blank line. */
const bulletBlocks = (text: string): Block[] => toBlocks(text).flatMap(splitBullet);

function splitBullet(block: Block): Block[] {
  const [first = '', ...rest] = block.lines;
  if (rest.length === 0 || !(BULLET.test(first) && isDateOrBlank(beside(first)))) return [block];
  const title = { line: block.line + 1, gap: 0, indent: block.indent + 1 };
  return [
    { ...block, lines: [first], text: first },
    { ...title, lines: rest, text: rest.join(' ') },
  ];
}

const beside = (bullet: string): string => bullet.slice(1).trim();
const isDateOrBlank = (text: string): boolean => !text || isDateLine(text);
const isBullet = ({ text }: Block): boolean => BULLET.test(text);
const isDatedBullet = (block: Block): boolean => isBullet(block) && isDateLine(beside(block.text));

const isBlankBullet = (block: Block): boolean => isBullet(block) && beside(block.text) === '';
const opensOlderForm = ({ lines }: Block): boolean => SEARCH_BOX.test(lines[0] ?? '');

/** The bullets that begin documents: those with dates or, where none has one, the blank ones. */
function startsOf(blocks: readonly Block[]): Block[] {
  const dated = blocks.filter(isDatedBullet);
  return dated.length > 0 ? dated : blocks.filter(isBlankBullet);
}

function readBullets(blocks: readonly Block[]): PageReading {
  // Bullets further in, or of another kind, are lists within a description.
  const dated = startsOf(blocks);
  const margin = Math.min(...dated.map(({ indent }) => indent));
  const kind = dated[0]?.text[0];
  const isStart = (block: Block) =>
    isBullet(block) && block.text[0] === kind && block.indent <= margin;
  const first = blocks.findIndex(isStart);
  const starts = blocks.flatMap((block, index) => (isStart(block) ? [index] : []));
  const records: ListedRecord[] = [];
  const refused: Remark[] = [];
  for (const [place, start] of starts.entries()) {
    const bullet = blocks[start] as Block;
    const content = contentOf(blocks.slice(start + 1, starts[place + 1]), margin);
    const record = readBullet(bullet, content);
    if (record) records.push(record);
    else refused.push({ line: bullet.line, reason: `"${bullet.text}" has no title after it` });
  }
  return { records, refused, heading: headingOf(blocks.slice(0, Math.max(first, 0))), doubts: [] };
}

/** What belongs to a bullet: up to navigation, or to text that is no longer indented. */
function contentOf(blocks: readonly Block[], margin: number): readonly Block[] {
  const isIndented = (blocks[0]?.indent ?? 0) > margin;
  const end = blocks.findIndex(
    (block, index) =>
      (index === 0 ? isCount(block.text) : isNavigation(block)) ||
      (isIndented && block.indent <= margin),
  );
  return end < 0 ? blocks : blocks.slice(0, end);
}

function readBullet(bullet: Block, content: readonly Block[]): ListedRecord | null {
  const text = beside(bullet.text);
  const isDate = isDateOrBlank(text) || text.length <= LONGEST_DATE;
  if (!isDate) return toRecord(bullet.line, '', { ...bullet, text }, content);
  const [title, ...paragraphs] = content;
  return title ? toRecord(bullet.line, text, title, paragraphs) : null;
}
