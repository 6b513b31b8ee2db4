import { isDateLine } from '../listing/date-line.ts';
import type { SourceRecord } from '../source-record.ts';
import { linksOf } from './links.ts';
import type { Page, Selection } from './load-page.ts';
import { textIn, textsIn } from './page-texts.ts';

/** An item of a listing, and whether it has a link whose site isn't known. */
export type ListingItem = { record: SourceRecord; isLinkLost: boolean };

/** The parts of a page that are its items: those of the older listing, or of the newer one. */
export function itemsOf({ find }: Page): readonly Selection[] {
  const older = find('.search-res li').toArray();
  if (older.length > 0) return older.map((node) => find(node));
  const cells = find('td.document').toArray();
  const rows = cells.map((cell) => {
    const row = find(cell).closest('tr');
    return row.find('td.document').length === 1 ? row : find(cell);
  });
  return rows.filter((row) => textIn(row.find('a')));
}

/** Reads items: a title that is a link, a date, and whatever else is said. */
export function itemReader(page: Page): (item: Selection) => ListingItem {
  const linkOf = linksOf(page);
  return (item) => {
    const links = item
      .find('a')
      .toArray()
      .map((node) => page.find(node))
      .filter((one) => textIn(one));
    const link = links.find((one) => one.is('.lnk-res, td.document a')) ?? links[0];
    const named = item.find('.itm-title').first();
    const title = named.length > 0 ? named : (link ?? named);
    const dated = item.find('.date').first();
    const texts = textsIn(item, [...title.toArray(), ...dated.toArray()]);
    const date = textIn(dated) || (texts.find(isDateLine) ?? '');
    const href = link?.attr('href');
    const url = linkOf(href);
    return {
      isLinkLost: href !== undefined && url === undefined,
      record: {
        line: page.lineOf(item),
        title: textIn(title),
        date,
        description: texts.filter((text) => text !== date).join('\n\n'),
        ...(url ? { url } : {}),
      },
    };
  };
}
