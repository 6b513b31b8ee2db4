import type { Stretch } from '../importer.ts';
import type { Block } from './blocks.ts';

const PAGER =
  /^(?:(?:showing|results?|documents?|items?):?\s)?(\d[\d,. ]*?)\s?(?:[-–—]|to)\s?(\d[\d,. ]*?)\s(?:of|\/)\s(\d[\d,. ]*)(?:\s(?:results|documents|items))?$/i;

const PAGE_NUMBERS =
  /^(?:page\s)?(?:\d{1,3}|…|\.\.\.)(?:\s(?:\d{1,3}|…|\.\.\.))*$|^page \d+ of \d+$/i;

/** Whole lines that help the reader through the site and say nothing of a document. */
const NAVIGATION = new RegExp(
  [
    'skip to (?:main )?content',
    'results(?: \\(\\d+\\))?:?|(?:popular |related |all )?documents:?|search(?: in)?:?|search results',
    '(?:wilson center )?digital archive|digital archive international history declassified',
    '(?:the )?(?:wilson center|woodrow wilson international center for scholars)',
    '[«‹<←]*\\s?(?:first|prev|previous|next|last)(?: page)?\\s?[»›>→]*|[«‹»›←→<>…]+',
    'home|menu|close|share|print|email|back to top|top|load more|show more|view all|see all|more',
    '(?:sort|filter|order|refine|view|show)(?:ed)? (?:by|results|per page)\\b.{0,60}|clear (?:all|filters).{0,20}',
    'home\\s?[/>»›|].*|you are here:?.*',
    'about(?: us)?|contact(?: us)?|browse|collections|themes|places|help|login|log in|sign in|subscribe|donate',
    'privacy(?: policy)?|terms(?: of use| and conditions| of service)?|copyright(?: policy)?|©.*|copyright \\(c\\).*|all rights reserved\\.?',
    'follow us.{0,40}|facebook|twitter|instagram|youtube|linkedin',
  ]
    .map((pattern) => `(?:${pattern})`)
    .join('|')
    .replace(/^(.*)$/, '^(?:$1)$'),
  'i',
);

/** In the older form the site's name follows it. */
export const SEARCH_BOX = /^search in$/i;

/** After one of these stand the documents. */
export const opensListing = ({ text }: Block): boolean =>
  PAGER.test(text) || /^(?:results:?|(?:popular |all )?documents:?)$/i.test(text);

export const isNavigation = ({ lines }: Block): boolean =>
  SEARCH_BOX.test(lines[0] ?? '') ||
  lines.every((line) => {
    const bare = line.replace(/^[•*·]\s+/, '');
    return isCount(bare) || NAVIGATION.test(bare);
  });

/** The pager or page numbers: of all navigation what can't be a title. */
export const isCount = (text: string): boolean => PAGER.test(text) || PAGE_NUMBERS.test(text);

/** `31 - 40 of 71`; null for any other text, and for places that no listing has. */
export function readPager({ text }: Block): Stretch | null {
  const [from = 0, to = 0, listed = 0] = (PAGER.exec(text) ?? [])
    .slice(1)
    .map((figures) => Number(figures.replaceAll(/\D/g, '')));
  return from >= 1 && from <= to && to <= listed ? { from, to, listed } : null;
}
