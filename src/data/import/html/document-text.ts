import type { SourceRecord } from '../source-record.ts';
import { plainPages } from '../texts/plain-pages.ts';
import type { Fields } from './document-fields.ts';

/**
 * A document page's text, if it has one: a translation if the page says who translated it.
 * @param url the page's address
 */
export function withText(
  paragraphs: readonly string[],
  { source, rights, type }: Fields,
  url?: string,
): Pick<SourceRecord, 'pages'> {
  const said = [source, rights, type].flat().join('\n');
  const kind = /\btranslat(?:ed|ion)\b/i.test(said) ? 'translation' : 'transcript';
  const pages = plainPages(paragraphs.join('\n\n'), kind, url ?? null);
  return pages.length > 0 ? { pages } : {};
}
