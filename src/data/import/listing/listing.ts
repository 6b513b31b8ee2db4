import type { Format, Found, SourceFile } from '../format.ts';
import { SourceFault } from '../format.ts';
import { bulletList } from './bullet-list.ts';
import type { ListingForm } from './listing-page.ts';
import { resultsPage } from './results-page.ts';

/** Saved pages are read whole; larger ones are none, in characters. */
const LARGEST = 64 * 1024 * 1024;

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
      yield { kind: 'page', heading: page.heading, stretch: page.stretch };
    }
  },
});

export const bulletListing = listingFormat('listing-bullets', bulletList);
export const resultsListing = listingFormat('listing', resultsPage);

async function wholeText(source: SourceFile): Promise<string> {
  let text = '';
  for await (const piece of source.text()) {
    text += piece;
    if (text.length > LARGEST) throw new SourceFault('is too large for a saved page');
  }
  return text;
}
