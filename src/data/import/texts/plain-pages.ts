import type { PageKind } from '../../texts/page.ts';
import type { SourcePage } from './spooled-text.ts';

/**
 * The pages of a plain text, which form feeds divide, if any do; a blank page is counted, too, but not
 * at the end. Lines stay as they are.
 * @param url where all of it can be read
 */
export function plainPages(text: string, kind: PageKind, url: string | null = null): SourcePage[] {
  const pages = text
    .replace(/\r\n?/g, '\n')
    .split('\f')
    .map((page) => page.replace(/^(?:[^\S\n]*\n)+|\s+$/g, ''));
  while (pages.at(-1) === '') pages.pop();
  return pages.map((page) => ({ label: null, text: page, kind, url }));
}
