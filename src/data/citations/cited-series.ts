import type { Document } from '../corpus/document.ts';
import { numberIn, type Series } from '../corpus/series.ts';
import type { RichText } from './rich-text.ts';

/** `Foreign Relations of the United States, 1897, doc. 429`, the title in italics. */
export function citedSeries(series: Series, document: Document): RichText {
  const number = numberIn(series, document);
  const rest = [series.volume, number && `doc. ${number}`].filter(Boolean);
  const title = { text: series.title, italic: true };
  return rest.length > 0 ? [title, { text: `, ${rest.join(', ')}`, italic: false }] : [title];
}
