import type { ListingRange } from '../format.ts';
import type { Block } from './blocks.ts';

const PAGER =
  /^(?:(?:showing|results?|documents?|items?):?\s)?(\d[\d,. ]*?)\s?(?:[-–—]|to)\s?(\d[\d,. ]*?)\s(?:of|\/)\s(\d[\d,. ]*)(?:\s(?:results|documents|items))?$/i;

const PAGE_NUMBERS =
  /^(?:page\s)?(?:\d{1,3}|…|\.\.\.)(?:\s(?:\d{1,3}|…|\.\.\.))*$|^page \d+ of \d+$/i;

/** Whole lines that help the reader through the site and say nothing of a document. */
const NAVIGATION = wholeLine(
  'skip to (?:main )?content',
  '(?:results|(?:popular |related |all )?documents)(?::? \\(?[\\d,]+\\)?)?:?|[\\d,]+ (?:results|documents)(?: found)?',
  '(?:advanced )?search(?: in)?:?|search results.{0,80}',
  '(?:wilson center )?digital archive(?:\\W+international history declassified)?',
  '(?:the )?(?:wilson center|woodrow wilson international center for scholars)',
  '[«‹<←]*\\s?(?:first|prev|previous|next|last)(?: page)?\\s?[»›>→]*|[«‹»›←→<>…]+',
  '(?:home|(?:main |toggle )?(?:menu|navigation)|close|share|print|email|(?:back to )?top)',
  '(?:load|show|view) more|(?:view|see) all|more',
  '(?:sort|filter|order|refine|view|show)(?:ed|ing)?:? (?:by|results|per page)\\b.{0,60}|clear (?:all|filters)',
  'home\\s?[/>»›|].*|you are here:?.*',
  '(?:about|contact)(?: us)?|browse|explore|collections|themes|topics|people|places|help|log ?in|sign in|subscribe|donate',
  'privacy(?: policy)?|terms(?: of use| and conditions| of service)?|copyright(?: policy| \\(c\\).*)?|©.*|all rights reserved\\.?',
  'follow us.{0,40}|facebook|twitter|instagram|youtube|linkedin',
);

function wholeLine(...patterns: string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})$`, 'i');
}

/** In the older form the site's name follows it. */
export const SEARCH_BOX = /^search in$/i;

/** After one of these stand the documents. */
const OPENING = /^(?:results:?|(?:popular |all )?documents:?)$/i;

export const opensListing = (block: Block): boolean =>
  isNavigation(block) && block.lines.some((line) => PAGER.test(line) || OPENING.test(line));

export const isNavigation = ({ lines }: Block): boolean =>
  SEARCH_BOX.test(lines[0] ?? '') || lines.every(isNavigationLine);

export function isNavigationLine(line: string): boolean {
  const bare = line.replace(/^[•*·]\s+/, '');
  return isCount(bare) || NAVIGATION.test(bare);
}

/** The pager or page numbers: of all navigation what can't be a title. */
export const isCount = (text: string): boolean => PAGER.test(text) || PAGE_NUMBERS.test(text);

/** `31 - 40 of 71`; null for any other text, and for places that no listing has. */
export function readPager(block: Block): ListingRange | null {
  const pager = isNavigation(block) ? block.lines.find((line) => PAGER.test(line)) : undefined;
  const [from = 0, to = 0, listed = 0] = (PAGER.exec(pager ?? '') ?? [])
    .slice(1)
    .map((figures) => Number(figures.replaceAll(/\D/g, '')));
  return from >= 1 && from <= to && to <= listed ? { from, to, listed } : null;
}
