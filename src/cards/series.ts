import type { APIEmbed } from 'discord-api-types/v10';
import type { Document } from '../data/corpus/document.ts';
import { formatDate } from '../data/dates/describe.ts';
import { COLOUR } from './colour.ts';
import { escapeMarkdown, formatTitle, oneLine } from './escape.ts';
import { clip, clipEscaped, LIMITS } from './limits.ts';

/** Documents as cards of one message. */
export type Series = {
  /** Markdown. */
  title: string;
  lead: string;
  /** By which the message is known again. */
  footer: string;
  /** `note` is said before the date, such as "73 years ago". */
  cards: readonly { document: Document; note?: string | undefined }[];
};

/** A message takes ten embeds, the first of which says what they are. */
export const MOST_CARDS = 9;
/** With nine cards, a message's 6000 characters. */
const MOST = { lead: 300, footer: 60, title: 180, about: 120, text: 230, url: 2048 };

/** One message's embeds, within Discord's limits whatever the documents hold. */
export const seriesCards = ({ title, lead, footer, cards }: Series): APIEmbed[] => [
  {
    color: COLOUR.paper,
    title: clipEscaped(title, LIMITS.title),
    description: clipEscaped(lead, MOST.lead),
    footer: { text: clip(footer, MOST.footer) },
  },
  ...cards.slice(0, MOST_CARDS).map(({ document, note }) => cardOf(document, note)),
];

function cardOf(document: Document, note: string | undefined): APIEmbed {
  const { title, url, date, collection, description } = document;
  const about = [
    note && `*${escapeMarkdown(note)}*`,
    formatDetail(formatDate(date)),
    formatDetail(collection),
  ];
  const text = clipEscaped(escapeMarkdown(oneLine(description)), MOST.text);
  return {
    color: COLOUR.paper,
    title: clipEscaped(escapeMarkdown(formatTitle(title)), MOST.title),
    ...(url && url.length <= MOST.url && { url }),
    description: [about.filter(Boolean).join(' · '), text].filter(Boolean).join('\n'),
  };
}

const formatDetail = (text: string): string =>
  clipEscaped(escapeMarkdown(oneLine(text)), MOST.about / 2);
