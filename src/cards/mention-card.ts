import type { APIEmbed } from 'discord-api-types/v10';
import type { Document } from '../data/corpus/document.ts';
import { formatDate } from '../data/dates/describe.ts';
import { mentionWords } from '../wording/mentions.ts';
import { documentOption } from './choice.ts';
import { COLOUR } from './colour.ts';
import { type ActionRow, button, buttonRow, menuRow } from './components.ts';
import { escapeMarkdown, formatTitle, oneLine } from './escape.ts';
import { clip, clipEscaped, LIMITS } from './limits.ts';
import { customId } from './routes.ts';

/** What a name in a message led to. */
export type Named =
  | { kind: 'one'; name: string; document: Document }
  /** It is unclear which of these is meant: how many there are, and the first of them. */
  | { kind: 'several'; name: string; total: number; documents: readonly Document[] }
  | { kind: 'none'; name: string; nearest: Document | undefined };

const MOST = { name: 80, detail: 120, line: 200, url: 2048 };

/**
 * The answer to a message that names documents: a small card for each, a menu where it is unclear which
 * is meant, and a line where nothing is called so.
 * @param left how many more names the message had
 */
export function mentionCards(
  named: readonly Named[],
  left: number,
): { content?: string; embeds: APIEmbed[]; components: ActionRow[] } {
  const found = named.filter((one) => one.kind === 'one');
  const lines = named.flatMap((one) => lineOf(one) ?? []);
  if (left > 0) lines.push(mentionWords.leftOut(left));
  const numberOf = (at: number) => (found.length > 1 ? at + 1 : undefined);
  const buttons = found.map(({ document }, at) => {
    const number = numberOf(at);
    const label = number === undefined ? mentionWords.open : mentionWords.openNumber(number);
    return button(label, customId('document', 'card', document.id));
  });
  const menus = named.flatMap((one, at) =>
    one.kind === 'several'
      ? [
          menuRow(
            customId('document', 'choose', at),
            mentionWords.which(clip(oneLine(one.name), MOST.name)),
            one.documents.map((document, index) => documentOption(document, index + 1)),
          ),
        ]
      : [],
  );
  return {
    ...(lines.length > 0 && { content: lines.join('\n') }),
    embeds: found.map(({ document }, at) => smallCard(document, numberOf(at))),
    components: [...(buttons.length > 0 ? [buttonRow(...buttons)] : []), ...menus],
  };
}

/** Title, date, collection and one line of what a document is about. */
function smallCard(document: Document, number: number | undefined): APIEmbed {
  const { title, url, description, date, collection } = document;
  const numbered = number ? `(${number}) ${formatTitle(title)}` : formatTitle(title);
  const details = [formatDate(date), collection]
    .map((detail) => escapeMarkdown(clip(oneLine(detail), MOST.detail)))
    .join(' · ');
  const line = clipEscaped(escapeMarkdown(oneLine(description)), MOST.line);
  return {
    color: COLOUR.paper,
    title: clipEscaped(escapeMarkdown(numbered), LIMITS.title),
    ...(url && url.length <= MOST.url && { url }),
    description: [details, line].filter(Boolean).join('\n'),
    footer: { text: document.id },
  };
}

function lineOf(named: Named): string | undefined {
  const name = unlinked(escapeMarkdown(clip(oneLine(named.name), MOST.name)));
  if (named.kind === 'several') {
    const listed = named.documents.length;
    return named.total > listed
      ? mentionWords.severalInMenu(name, named.total, listed)
      : mentionWords.several(name, named.total);
  }
  if (named.kind === 'one') return undefined;
  const nearest =
    named.nearest && unlinked(escapeMarkdown(clip(formatTitle(named.nearest.title), MOST.line)));
  return nearest ? mentionWords.noneButNearest(name, nearest) : mentionWords.none(name);
}

/** Discord would show what is at an address in a message's text, as if the app had posted it. */
const unlinked = (text: string): string => text.replaceAll('://', ':\u200b//');
