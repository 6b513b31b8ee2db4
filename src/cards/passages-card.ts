import type { APIEmbed } from 'discord-api-types/v10';
import type { RichText } from '../data/citations/rich-text.ts';
import { formatDate } from '../data/dates/describe.ts';
import type { Passage } from '../search/hits.ts';
import { passageWords } from '../wording/passages.ts';
import { formatCitation } from './citation.ts';
import { COLOUR } from './colour.ts';
import { escapeMarkdown, oneLine, plain } from './escape.ts';
import { clip, clipEscaped, LIMITS } from './limits.ts';
import { formatPages } from './page-place.ts';

/** Some of the passages that answer a question. */
export type PassagesCard = {
  question: string;
  passages: readonly (Passage & { citation: RichText })[];
  /** How many documents are loaded. */
  loaded: number;
  /** The number of the first passage. */
  from: number;
  /** Markdown before the passages: how the question was read. */
  lead: readonly string[];
  footer: readonly (string | undefined)[];
};

const MOST = {
  question: 150,
  lead: 400,
  footer: 200,
  name: 60,
  citation: 280,
  url: 200,
};

/** Passages as they stand in the texts, each with where that is; nothing is said of them. */
export function passagesCard({
  question,
  passages,
  loaded,
  from,
  lead,
  footer,
}: PassagesCard): APIEmbed {
  const documents = new Set(passages.map(({ document }) => document.id)).size;
  const head = {
    title: clipEscaped(passageWords.title(escapeMarkdown(oneLine(question))), MOST.question),
    description: [
      passageWords.counted(passages.length, documents, loaded),
      clipEscaped(lead.filter(Boolean).join('\n'), MOST.lead),
    ]
      .filter(Boolean)
      .join('\n'),
    footer: { text: clip(plain(footer.filter(Boolean).join(' · ')), MOST.footer) },
  };
  const names = passages.map(({ document }, index) =>
    clip(`${from + index}. ${oneLine(formatDate(document.date))}`, MOST.name),
  );
  const taken = [head.title, head.description, head.footer.text, ...names].join('').length;
  const room = Math.floor((LIMITS.embed - taken) / Math.max(1, passages.length));
  const most = Math.min(LIMITS.fieldValue, room);
  return {
    color: COLOUR.paper,
    ...head,
    fields: passages.map((passage, index) => ({
      name: names[index] ?? '',
      value: formatPassage(passage, most),
    })),
  };
}

function formatPassage(passage: Passage & { citation: RichText }, most: number): string {
  const cited = formatCitation(passage.citation, MOST.citation);
  const { page, document } = passage;
  const source = `${cited}\n${formatPages({ ...page, url: shortOf(page.url, document.url) })}`;
  return `${quote(passage, most - source.length - 1)}\n${source}`;
}

/** The first address that leaves room for the passage; the menu leads to the document in any case. */
const shortOf = (...urls: readonly (string | null)[]): string | null =>
  urls.find((url) => url && url.length <= MOST.url) ?? null;

/** The passage as a quotation; what is left out before and after it stands outside of it. */
function quote({ text, isCutBefore, isCutAfter }: Passage, most: number): string {
  const [before, after] = [isCutBefore ? '… ' : '', isCutAfter ? ' …' : ''];
  const shown = escapeMarkdown(text).replace(/\r\n?/g, '\n');
  const lines = shown.split('\n').length;
  const room = most - before.length - after.length - 2 * lines;
  return `${before}${clipEscaped(shown, room)}${after}`.replace(/^/gm, '> ');
}
