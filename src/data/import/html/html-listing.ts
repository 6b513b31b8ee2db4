import { load } from 'cheerio';
import { type Format, type Found, SourceFault } from '../format.ts';
import { isDateLine } from '../listing/date-line.ts';
import { wholeText } from '../whole-text.ts';
import { readDocumentPage } from './document-page.ts';
import { outward, type Page, textIn } from './page.ts';

/** An archive's listing pages and document pages, saved as HTML. */
export const htmlListing: Format = {
  name: 'html',
  recognises: ({ text }) =>
    /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(text ?? ''),
  async *read(source): AsyncGenerator<Found> {
    const page = load(await wholeText(source));
    const hits = page('.search-res li').toArray();
    const links = page('td.document a').toArray();
    const heading = page('h1').first().text().trim() || null;
    if (hits.length > 0) {
      for (const hit of hits) yield fromHit(page, hit);
    } else if (links.length > 0) {
      for (const link of links) yield fromRow(page, link);
    } else {
      const record = readDocumentPage(page);
      if (!record) throw new SourceFault('is a web page without documents in a known form');
      yield { kind: 'record', record };
      return;
    }
    yield { kind: 'page', heading, stretch: stretchOf(page) };
  },
};

type Node = Parameters<Page>[0];

/** An entry of the older listing. */
function fromHit(page: Page, hit: Node): Found {
  const entry = page(hit);
  const link = entry.find('.lnk-res, .itm-title a, a').first();
  const title = textIn(entry.find('.itm-title').first()) || textIn(link);
  const texts = entry
    .find('*')
    .toArray()
    .map((node) => textIn(page(node)));
  const date = texts.find(isDateLine) ?? '';
  const description = entry
    .find('p')
    .toArray()
    .map((node) => textIn(page(node)))
    .filter((text) => text && text !== title && text !== date)
    .join('\n\n');
  return found(title, date, description, outward(page, link.attr('href')));
}

/** A row of the newer listing. */
function fromRow(page: Page, link: Node): Found {
  const row = page(link).closest('tr');
  const cells = row
    .find('td')
    .toArray()
    .map((node) => textIn(page(node)));
  const title = textIn(page(link));
  const date = textIn(row.find('.date').first()) || (cells.find(isDateLine) ?? '');
  const description = cells.filter((text) => text && text !== title && text !== date).join('\n\n');
  return found(title, date, description, outward(page, page(link).attr('href')));
}

const found = (
  title: string,
  date: string,
  description: string,
  url: string | undefined,
): Found => ({
  kind: 'record',
  record: { line: null, title, date, description, ...(url ? { url } : {}) },
});

/** The pager, `31 - 40 of 71`. */
function stretchOf(page: Page) {
  const text = page('body').text();
  const numbers = /(\d[\d,]*)\s*[-–]\s*(\d[\d,]*)\s+of\s+(\d[\d,]*)/.exec(text);
  if (!numbers) return null;
  const [from = 0, to = 0, listed = 0] = numbers
    .slice(1)
    .map((number) => Number(number.replaceAll(',', '')));
  return from <= to && to <= listed ? { from, to, listed } : null;
}
