import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { describeDate } from '../data/date/describe.ts';
import type { Document } from '../data/document.ts';
import { COLOUR } from './colour.ts';
import { button, buttonRow, customId, linkButton, type Row } from './components.ts';
import { escapeMarkdown, oneLine, shownTitle } from './escape.ts';
import { clip, clipEscaped, LIMITS } from './limits.ts';

/** Together with title, footer and heading these stay within an embed's 6000 characters. */
const MOST = { description: 2300, value: 270, heading: 120, buttonUrl: 512, url: 2048 };

/** A document on a card, within Discord's limits whatever it holds. */
export function documentCard(document: Document, heading?: string): APIEmbed {
  const { title, url, description } = document;
  const about = oneLine(heading ?? '');
  const text = escapeMarkdown(description).trim();
  return {
    color: COLOUR.paper,
    ...(about && { author: { name: clip(about, MOST.heading) } }),
    title: clipEscaped(escapeMarkdown(shownTitle(title)), LIMITS.title),
    ...(url && url.length <= MOST.url && { url }),
    ...(text && { description: clipEscaped(text, MOST.description) }),
    fields: fields(document),
    footer: { text: document.id },
  };
}

function fields(document: Document): APIEmbedField[] {
  const rows: [name: string, value: string | undefined, inline?: boolean][] = [
    ['Date', describeDate(document.date), true],
    ['Collection', document.collection, true],
    ['Creators', list(document.creators)],
    ['People', list(document.people)],
    ['Places', list(document.places)],
    ['Subjects', list(document.subjects)],
    ['Type', list(document.type), true],
    ['Languages', list(document.languages), true],
    ['Source', list(document.source)],
    ['Record', list(document.identifier), true],
    ['Rights', list(document.rights), true],
  ];
  return rows.flatMap(([name, value, inline = false]) => {
    const text = clipEscaped(escapeMarkdown(oneLine(value ?? '')), MOST.value);
    return text ? [{ name, value: text, inline }] : [];
  });
}

const list = (values: readonly string[] | null) => values?.join('; ');

/** What one can do with a card. `Share` is for cards that only the asker sees. */
export function cardButtons(document: Document, isPrivate: boolean): Row {
  const { id, url } = document;
  const buttons = [button('Related', customId('document', 'related', id))];
  if (isPrivate) {
    buttons.unshift(button('Share', customId('document', 'share', id), { primary: true }));
  }
  if (url && url.length <= MOST.buttonUrl) buttons.push(linkButton('Source', url));
  return buttonRow(...buttons);
}
