import type { PageKind } from '../data/texts/page.ts';
import type { PagePlace } from '../search/hits.ts';
import { canBeLinked, escapeMarkdown, link, oneLine } from './escape.ts';
import { clip } from './limits.ts';

const MOST = { label: 60, url: 400 };

const KINDS: Readonly<Record<PageKind, string>> = {
  edition: 'edition',
  transcript: 'transcript',
  translation: 'translation',
  ocr: 'OCR',
};

/**
 * Pages as Markdown, with how their text came about: `p. 412, edition`, `p. 412 to p. 413, OCR`,
 * `p. 412, edition, to p. 413, OCR`.
 */
export function formatPages(first: PagePlace, last: PagePlace = first): string {
  if (first.page === last.page) return `${formatPage(first)}, ${KINDS[first.kind]}`;
  const kind = first.kind === last.kind ? '' : `, ${KINDS[first.kind]},`;
  return `${formatPage(first)}${kind} to ${formatPage(last)}, ${KINDS[last.kind]}`;
}

function formatPage({ page, label, url }: PagePlace): string {
  const words = clip(oneLine(label ?? '') || `page ${page}`, MOST.label);
  const isLinked = url && url.length <= MOST.url && canBeLinked(words);
  return isLinked ? link(words, url) : escapeMarkdown(words);
}
