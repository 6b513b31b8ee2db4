import type { APIEmbed } from 'discord-api-types/v10';
import { COLOUR } from './colour.ts';
import { type Entry, formatEntry } from './entry.ts';
import { oneLine, plain } from './escape.ts';
import { clip, clipEscaped, LIMITS } from './limits.ts';

/** A page of documents. */
export type ListCard = {
  /** Markdown, escaped where it quotes. */
  title: string;
  /** Markdown before the documents. */
  lead?: string | undefined;
  entries: readonly (Entry & {
    /** Markdown; shown where it differs from the entry's before. */
    heading?: string | undefined;
  })[];
  /** The number of the first entry. */
  from: number;
  /** Markdown after the documents. */
  tail?: string | undefined;
  footer: readonly (string | undefined)[];
};

const MOST = { lead: 900, tail: 500, heading: 160, footer: 1000 };

/** A list of documents as an embed within Discord's limits, whatever the documents hold. */
export function listCard({ title, lead, entries, from, tail, footer }: ListCard): APIEmbed {
  const before = lead ? clipEscaped(lead, MOST.lead) : undefined;
  const after = tail ? clipEscaped(tail, MOST.tail) : undefined;
  const headings = entries.map(({ heading }, index) =>
    heading && heading !== entries[index - 1]?.heading ? clipEscaped(heading, MOST.heading) : '',
  );
  const taken = [before, after, ...headings].join('\n\n').length + 2 * entries.length;
  const each = Math.floor((LIMITS.description - taken) / Math.max(entries.length, 1));
  const blocks = entries.flatMap((entry, index) => [
    headings[index],
    formatEntry(entry, from + index, each),
  ]);
  const description = [before, ...blocks, after].filter(Boolean).join('\n\n');
  const footerText = footer.filter(Boolean).join(' · ');
  return {
    color: COLOUR.paper,
    title: clipEscaped(oneLine(title), LIMITS.title),
    ...(description && { description }),
    ...(footerText && { footer: { text: clip(plain(footerText), MOST.footer) } }),
  };
}
