import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bulletList } from '../../../src/data/import/listing/bullet-list.ts';
import type { ListingPage } from '../../../src/data/import/listing/listing-page.ts';
import { resultsPage } from '../../../src/data/import/listing/results-page.ts';
import {
  anyLayout,
  anyListed,
  formatBullets,
  formatResults,
  type Listed,
} from './format-listing.ts';

const read = (text: string): ListingPage[] =>
  [bulletList, resultsPage]
    .find((importer) => importer.recognises(text))
    ?.read(text)
    .slice() ?? [];

const toListed = (pages: readonly ListingPage[]): Listed[] =>
  pages.flatMap(({ records }) =>
    records.map(({ date, title, description }) => ({
      date,
      title,
      paragraphs: description ? description.split('\n\n') : [],
    })),
  );

describe('any listing reads back as it was written', () => {
  test('in the newer form', () => {
    fc.assert(
      fc.property(anyListed, anyLayout, (listed, layout) => {
        const pages = read(formatResults(listed, layout));
        expect(toListed(pages)).toEqual(listed);
        const count = listed.length;
        const range = layout.hasPager ? { from: 1, to: count, listed: count } : null;
        expect(pages[0]?.range).toEqual(range);
        expect(pages[0]?.doubts).toEqual([]);
      }),
    );
  });

  test('in the older form, where at least one date is printed', () => {
    fc.assert(
      fc.property(anyListed, anyLayout, (listed, layout) => {
        fc.pre(listed.some(({ date }) => date));
        expect(toListed(read(formatBullets(listed, layout)))).toEqual(listed);
      }),
    );
  });

  test('on several pages in one file', () => {
    fc.assert(
      fc.property(anyListed, anyListed, anyLayout, (one, two, layout) => {
        const pages = read(formatResults(one, layout) + formatResults(two, layout));
        expect(pages).toHaveLength(2);
        expect(toListed(pages)).toEqual([...one, ...two]);
      }),
    );
  });
});
