import { linkWords } from '../wording/questions.ts';
import { escapeMarkdown } from './escape.ts';
import { clip } from './limits.ts';

const MOST = { named: 3, link: 120 };

/**
 * How many of the links in a question lead to documents, and which don't: `3 links, 2 of them in the
 * archive. Not in the archive: …`. Nothing for no links.
 */
export function formatLinks(links: readonly string[], unknown: readonly string[]): string[] {
  if (links.length === 0) return [];
  const missing = links.filter((link) => unknown.includes(link));
  const held = links.length - missing.length;
  if (links.length === 1) return [linkWords.one(held === 1)];
  if (held === 0) return [linkWords.none(links.length)];
  if (missing.length === 0) return [linkWords.all(links.length)];
  const named = missing.slice(0, MOST.named).map(formatLink);
  return [linkWords.some(links.length, held, named, missing.length - named.length)];
}

/** As plain words: what isn't a document's address isn't made easy to follow. */
export const formatLink = (link: string): string => `*${escapeMarkdown(clip(link, MOST.link))}*`;
