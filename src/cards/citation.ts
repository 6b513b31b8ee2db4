import type { APIEmbed } from 'discord-api-types/v10';
import type { RichText } from '../data/citations/rich-text.ts';
import type { Document } from '../data/corpus/document.ts';
import { COLOUR } from './colour.ts';
import { escapeMarkdown, plain } from './escape.ts';
import { clip, clipEscaped, LIMITS } from './limits.ts';

/** A citation to be copied, with what it was made of. */
export function citationCard(document: Document, style: string, citation: RichText): APIEmbed {
  return {
    color: COLOUR.paper,
    description: clipEscaped(formatCitation(citation), LIMITS.description),
    footer: { text: clip(`${plain(style)} · ${document.id}`, LIMITS.footer) },
  };
}

/** Addresses stay as they are: escapes would break them, and Discord formats nothing in them. */
const ADDRESS = /(https?:\/\/[^\s<>]+)/;

/** A citation as Markdown. */
export const formatCitation = (citation: RichText): string =>
  citation
    .map(({ text, italic }) => {
      const shown = text
        .split(ADDRESS)
        .map((part) => (ADDRESS.test(part) ? part : escapeMarkdown(part)))
        .join('');
      return italic && text.trim() ? `*${shown}*` : shown;
    })
    .join('');
