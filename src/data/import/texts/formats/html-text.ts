import { htmlListing } from '../../html/html-listing.ts';
import { addressOf } from '../../html/links.ts';
import { loadPage } from '../../html/load-page.ts';
import { textsIn } from '../../html/page-texts.ts';
import { plainPages } from '../plain-pages.ts';
import type { TextFormat } from './text-format.ts';
import { LONGEST_PAGE } from './text-size.ts';

/** Where a web page has its text, the surest first. */
const TEXT = ['.text-block', 'article', 'main', 'body'];

/** Of a page with all of its tags, in characters. */
const LARGEST = 8 * LONGEST_PAGE;

/** A web page with a text; what only leads through its site is left out where it says so. */
export const htmlText: TextFormat = {
  isText: true,
  recognises: htmlListing.recognises,
  async read(source) {
    const page = await loadPage(source, LARGEST);
    const { find } = page;
    find('nav, header, footer, aside').remove();
    const parts = TEXT.map((selector) => find(selector)).find((found) => found.length > 0);
    const paragraphs = textsIn(parts ?? find.root());
    return plainPages(paragraphs.join('\n\n'), 'transcript', addressOf(page) ?? null);
  },
};
