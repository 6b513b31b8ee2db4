import type { Page } from '../../data/texts/page.ts';
import type { Archive } from '../archive.ts';
import { isOpening, type Quotation } from './read-quotation.ts';

/** How many pages are asked for at once. */
const PAGES = 20;
/** How much of a text is compared at once, in code units: some 35,000 words; and what pages are divided by. */
const WINDOW = 200_000;
const PART = 10_000;
/** The most that windows overlap. */
const MOST_SHARED = WINDOW / 2;
/** What notes and lines at a page's end, and what was left out silently, may take. */
const SLACK = 5000;
/** Code units of a word, with the space after it. */
const WORD = 7;

/**
 * A document's text from a page on, in windows that overlap by as much as the quotation may run over: a
 * text of millions of words is never read as a whole, and others have their turn between.
 * @param from how many pages to pass over
 */
export async function* readWindows(
  archive: Pick<Archive, 'pages'>,
  id: string,
  quotation: Pick<Quotation, 'items' | 'text'>,
  from: number,
): AsyncGenerator<readonly Page[]> {
  const shared = Math.min(MOST_SHARED, reachOf(quotation));
  let window: Page[] = [];
  let isNew = false;
  for (let offset = from; ; offset += PAGES) {
    const { total, pages } = await archive.pages(id, { offset, limit: PAGES });
    for (const part of pages.flatMap(divide)) {
      if (lengthOf(window) >= WINDOW) {
        yield joinParts(window);
        while (lengthOf(window.slice(1)) >= shared) window = window.slice(1);
        isNew = false;
      }
      window.push(part);
      isNew = true;
    }
    if (pages.length === 0 || offset + PAGES >= total) break;
  }
  if (isNew) yield joinParts(window);
}

/** How far a quotation may run in the print, in code units. */
const reachOf = ({ items, text }: Pick<Quotation, 'items' | 'text'>): number =>
  SLACK +
  text.length * 2 +
  items.reduce((sum, item) => sum + (isOpening(item) ? item.most * WORD : 0), 0);

const lengthOf = (pages: readonly Page[]): number =>
  pages.reduce((sum, { text }) => sum + text.length, 0);

/** A page in parts that end with a space, which make it up. */
function divide(page: Page): Page[] {
  const parts: Page[] = [];
  let rest = page.text;
  while (rest.length > PART) {
    const end = rest.slice(PART).search(/(?<=\s)\S/);
    if (end < 0) break;
    parts.push({ ...page, text: rest.slice(0, PART + end) });
    rest = rest.slice(PART + end);
  }
  return [...parts, { ...page, text: rest }];
}

/** Parts of one page as one again. */
function joinParts(parts: readonly Page[]): Page[] {
  const pages: Page[] = [];
  for (const part of parts) {
    const last = pages.at(-1);
    if (last?.page === part.page)
      pages[pages.length - 1] = { ...last, text: last.text + part.text };
    else pages.push(part);
  }
  return pages;
}
