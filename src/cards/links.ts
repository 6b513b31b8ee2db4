import { count } from '../wording/count.ts';
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
  if (links.length === 1) return [`1 link, ${held === 1 ? '' : 'not '}in the archive.`];
  const many = `${count(links.length)} links, ${howMany(held, links.length)} in the archive.`;
  if (held === 0 || missing.length === 0) return [many];
  const named = missing.slice(0, MOST.named).map(formatLink).join(', ');
  const more = missing.length - MOST.named;
  return [`${many} Not in the archive: ${named}${more > 0 ? ` and ${count(more)} more` : ''}.`];
}

const howMany = (held: number, of: number): string => {
  if (held === 0) return 'none of them';
  return held === of ? 'all of them' : `${count(held)} of them`;
};

/** As plain words: what isn't a document's address isn't made easy to follow. */
export const formatLink = (link: string): string => `*${escapeMarkdown(clip(link, MOST.link))}*`;
