import type { CheerioAPI } from 'cheerio';

/** A saved web page. */
export type Page = CheerioAPI;

type Selection = ReturnType<Page>;

/** A text without markup, its white space as single blanks. */
export const textIn = (selection: Selection): string =>
  selection.text().replace(/\s+/g, ' ').trim();

/** A link's address, where the page says where it came from; undefined where it can't be known. */
export function outward(page: Page, href: string | undefined): string | undefined {
  if (!href) return undefined;
  const base =
    page('base[href]').attr('href') ??
    page('link[rel=canonical]').attr('href') ??
    page('meta[property="og:url"]').attr('content');
  return URL.canParse(href, base) ? new URL(href, base).href : undefined;
}
