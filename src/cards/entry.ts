import type { Document } from '../data/corpus/document.ts';
import { formatDate } from '../data/dates/describe.ts';
import type { PagePlace, Snippet } from '../search/hits.ts';
import { documentWords } from '../wording/documents.ts';
import { canBeLinked, escapeMarkdown, formatTitle, link, oneLine } from './escape.ts';
import { clip, clipEscaped } from './limits.ts';
import { formatPages } from './page-place.ts';

/** One document in a list. */
export type Entry = {
  document: Document;
  /** Set in italics after the date, such as "73 years ago". */
  note?: string;
  snippet?: Snippet;
  /** Where the snippet stands in the document's text. */
  page?: PagePlace | undefined;
  /** Markdown, set apart under the rest in place of a snippet; kept where the link must give way. */
  remark?: string;
  /** How many more look like it in the list. */
  more?: number | undefined;
};

const MOST = { title: 200, date: 120, collection: 100, note: 160, url: 400, heading: 100 };

/**
 * A document as a list shows it: number, title, date as printed, collection, snippet. What doesn't
 * fit in `most` characters gives way in the order snippet, link, title.
 */
export function formatEntry(entry: Entry, number: number, most: number): string {
  const { document } = entry;
  const title = clip(formatTitle(document.title), MOST.title);
  const plainTitle = escapeMarkdown(title);
  const detail = formatDetails(entry);
  const snippet = entry.snippet?.length ? `\n> ${formatPassage(entry.snippet, entry.page)}` : '';
  const aside = entry.remark ? `\n> ${entry.remark}` : '';
  const more = entry.more ? `\n${formatMore(document, entry.more)}` : '';
  const head = (shown: string) => `**${number}.** ${shown}\n${detail}${aside}`;

  const linked = head(formatLinkedTitle(title, document.url));
  const candidates = [`${linked}${snippet}${more}`, `${linked}${more}`, linked, head(plainTitle)];
  const fitting = candidates.find((text) => text.length <= most);
  return fitting ?? clipEscaped(head(plainTitle), most);
}

/** `12 more under *Purchases in Spain*`: what they are all about, or are called. */
function formatMore({ subjects, title }: Document, more: number): string {
  const heading = formatTitle(subjects?.at(-1) ?? title);
  return documentWords.moreUnder(more, escapeMarkdown(clip(heading, MOST.heading)));
}

/** Words that would format can't stand in a link, for their escapes would show: it follows them. */
function formatLinkedTitle(title: string, url: string | null): string {
  if (!url || url.length > MOST.url) return escapeMarkdown(title);
  return canBeLinked(title)
    ? link(title, url)
    : `${escapeMarkdown(title)} ${link(documentWords.linkToSource, url)}`;
}

function formatDetails({ document, note }: Entry): string {
  const date = clip(oneLine(formatDate(document.date)), MOST.date);
  const collection = clip(oneLine(document.collection), MOST.collection);
  const parts = [escapeMarkdown(date), escapeMarkdown(collection)];
  if (note) parts.splice(1, 0, `*${escapeMarkdown(clip(note, MOST.note))}*`);
  return parts.join(' · ');
}

/** A snippet and, if it is of a text, the page that it stands on. */
const formatPassage = (snippet: Snippet, page?: PagePlace): string =>
  page ? `${formatSnippet(snippet)} (${formatPages(page)})` : formatSnippet(snippet);

/**
 * A snippet with its matches in bold.
 * @param most characters that it may have; what is cut off ends with an ellipsis, and no bold open
 */
export function formatSnippet(snippet: Snippet, most = Number.POSITIVE_INFINITY): string {
  let shown = '';
  for (const { text, match } of snippet) {
    const words = text.replace(/\s+/g, ' ');
    const format = match && words.trim() ? bold : escapeMarkdown;
    const room = most - shown.length;
    const whole = format(words);
    if (whole.length > room) return `${shown}${cut(words, format, room)}`;
    shown += whole;
  }
  return shown;
}

/** As much of the words as fits once they are formatted. */
function cut(words: string, format: (words: string) => string, room: number): string {
  for (let most = room; most > 0; most = Math.floor(most * 0.9)) {
    const shown = format(clip(words, most));
    if (shown.length <= room) return shown;
  }
  return '';
}

/** Bold needs its stars next to the words. */
function bold(text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return `${before}**${escapeMarkdown(words)}**${after}`;
}
