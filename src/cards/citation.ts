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
    description: formatCitation(citation, LIMITS.description),
    footer: { text: clip(`${plain(style)} · ${document.id}`, LIMITS.footer) },
  };
}

/** Addresses stay as they are: escapes would break them, and Discord formats nothing in them. */
const ADDRESS = /(https?:\/\/[^\s<>]+)/;
/** Signs that stand around what is in italics. */
const STARS = 2;

/**
 * A citation as Markdown.
 * @param most characters that it may have; what is cut off ends with an ellipsis, and no italics open
 */
export function formatCitation(citation: RichText, most = Number.POSITIVE_INFINITY): string {
  let shown = '';
  for (const { text, italic } of citation) {
    const isItalic = italic && text.trim() !== '';
    const escaped = escapePiece(text);
    const room = most - shown.length - (isItalic ? STARS : 0);
    const isWhole = escaped.length <= room;
    const piece = isWhole ? escaped : room > 0 ? clipEscaped(escaped, room) : '';
    shown += isItalic && piece ? `*${piece}*` : piece;
    if (!isWhole) return shown;
  }
  return shown;
}

const escapePiece = (text: string): string =>
  text
    .split(ADDRESS)
    .map((part) => (ADDRESS.test(part) ? part : escapeMarkdown(part)))
    .join('');
