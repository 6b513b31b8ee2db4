import type { Format, Found } from '../format.ts';
import { wholeText } from '../whole-text.ts';
import { bulletList } from './bullet-list.ts';
import type { ListingForm } from './listing-page.ts';
import { resultsPage } from './results-page.ts';

/** An archive's listing pages, saved as text, in either form. */
const listingFormat = (name: string, importer: ListingForm): Format => ({
  name,
  recognises: ({ text }) => text !== null && importer.recognises(text),
  async *read(source) {
    const text = await wholeText(source);
    for (const page of importer.read(text)) {
      for (const record of page.records) yield { kind: 'record', record } satisfies Found;
      for (const remark of page.refused) yield { kind: 'refused', raw: '', ...remark };
      for (const remark of page.doubts) yield { kind: 'doubt', ...remark };
      yield { kind: 'page', heading: page.heading, range: page.range };
    }
  },
});

export const bulletListing = listingFormat('listing-bullets', bulletList);
export const resultsListing = listingFormat('listing', resultsPage);
