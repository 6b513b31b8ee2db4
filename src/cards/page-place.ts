import type { PagePlace } from '../search/hits.ts';
import { pageWords } from '../wording/passages.ts';
import { canBeLinked, escapeMarkdown, link, oneLine } from './escape.ts';
import { clip } from './limits.ts';

const MOST = { label: 60, url: 400 };

/**
 * Pages as Markdown, with how their text came about: `p. 412, edition`, `p. 412 to p. 413, OCR`,
 * `p. 412, edition, to p. 413, OCR`.
 */
export function formatPages(first: PagePlace, last: PagePlace = first): string {
  const [from, to] = [formatPage(first), formatPage(last)];
  if (first.page === last.page) return pageWords.one(from, first.kind);
  return first.kind === last.kind
    ? pageWords.several(from, to, last.kind)
    : pageWords.severalOfTwoKinds(from, first.kind, to, last.kind);
}

function formatPage({ page, label, url }: PagePlace): string {
  const words = clip(oneLine(label ?? '') || pageWords.numbered(page), MOST.label);
  const isLinked = url && url.length <= MOST.url && canBeLinked(words);
  return isLinked ? link(words, url) : escapeMarkdown(words);
}
