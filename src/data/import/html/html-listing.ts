import { type Format, type Found, SourceError } from '../format.ts';
import { toBlocks } from '../listing/blocks.ts';
import { countOf, headingOf, pagerOf } from '../listing/pages.ts';
import { itemReader, itemsOf } from './listing-items.ts';
import { loadPage, type Page, type Selection } from './load-page.ts';
import { textIn, textsIn } from './page-texts.ts';
import { readWebDocument } from './web-document.ts';

/** An archive's listing pages, newer or older, and pages of single documents, saved as HTML. */
export const htmlListing: Format = {
  name: 'html',
  recognises: ({ text }) =>
    /^\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i.test(
      text ?? '',
    ),
  async *read(source): AsyncGenerator<Found> {
    const page = await loadPage(source);
    const items = itemsOf(page);
    const document = items.length > 0 ? undefined : readWebDocument(page);
    if (document) {
      yield { kind: 'record', record: document.record };
      if (document.unknown.length > 0) {
        yield {
          kind: 'note',
          text: `left out, because no field holds it: ${document.unknown.join(', ')}`,
        };
      }
    } else if (items.length > 0) yield* readListing(page, items);
    else throw new SourceError('is a web page without documents in a known form');
  },
};

function* readListing(page: Page, items: readonly Selection[]): Generator<Found> {
  const read = itemReader(page);
  const { heading, range } = aroundItems(page, items);
  let found = 0;
  let lost = 0;
  for (const item of items) {
    const { record, isLinkLost } = read(item);
    if (!record.title) {
      const raw = page.find.html(item);
      yield { kind: 'refused', line: record.line, reason: 'has no title', raw };
      continue;
    }
    found += 1;
    if (isLinkLost) lost += 1;
    yield { kind: 'record', record };
  }
  if (lost > 0) {
    const reason = `the page doesn't say on which site it was; ${lost} links were left out`;
    yield { kind: 'doubt', line: null, reason };
  }
  if (range && found !== countOf(range)) {
    const { from, to, listed } = range;
    const reason = `the page counts ${countOf(range)} documents (${from} - ${to} of ${listed}), but ${found} were found`;
    yield { kind: 'doubt', line: null, reason };
  }
  yield { kind: 'page', heading, range };
}

/** The page's heading and its pager, both outside its items. */
function aroundItems({ find }: Page, items: readonly Selection[]) {
  const nodes = items.flatMap((item) => item.toArray());
  const blocksOf = (texts: readonly string[]) => toBlocks(texts.join('\n\n'));
  const titles = find('h1')
    .toArray()
    .map((node) => textIn(find(node)));
  const range = pagerOf(blocksOf(textsIn(find('body'), nodes)));
  return { heading: headingOf(blocksOf(titles)), range };
}
