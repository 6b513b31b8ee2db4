import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import type { Document } from '../data/corpus/document.ts';
import { formatPublication } from '../data/corpus/publication.ts';
import { describeDate } from '../data/dates/describe.ts';
import { documentWords } from '../wording/documents.ts';
import { COLOUR } from './colour.ts';
import { type ActionRow, button, buttonRow, linkButton } from './components.ts';
import { escapeMarkdown, formatTitle, oneLine } from './escape.ts';
import { clip, clipEscaped, LIMITS } from './limits.ts';
import { customId } from './routes.ts';

const MOST = { value: 270, heading: 120, buttonUrl: 512, url: 2048 };

/** A document on a card, within Discord's limits whatever it holds. `more` has at most 1000 characters. */
export function documentCard(
  document: Document,
  { heading = '', more = [] }: { heading?: string | undefined; more?: APIEmbedField[] } = {},
): APIEmbed {
  const { title, url, description } = document;
  const about = oneLine(heading);
  const embed = {
    color: COLOUR.paper,
    ...(about && { author: { name: clip(about, MOST.heading) } }),
    title: clipEscaped(escapeMarkdown(formatTitle(title)), LIMITS.title),
    ...(url && url.length <= MOST.url && { url }),
    fields: [...fields(document), ...more],
    footer: { text: document.id },
  };
  const text = escapeMarkdown(description).trim();
  const room = Math.min(LIMITS.description, LIMITS.embed - lengthOf(embed));
  return { ...embed, ...(text && { description: clipEscaped(text, room) }) };
}

/** The characters that count towards an embed's limit. */
const lengthOf = ({ author, title = '', fields = [], footer }: APIEmbed): number =>
  [
    author?.name ?? '',
    title,
    footer?.text ?? '',
    ...fields.flatMap(({ name, value }) => [name, value]),
  ].join('').length;

function fields(document: Document): APIEmbedField[] {
  const words = documentWords.fields;
  const rows: [name: string, value: string | undefined, inline?: boolean][] = [
    [words.date, describeDate(document.date), true],
    [words.collection, document.collection, true],
    [words.creators, list(document.creators)],
    [words.recipients, list(document.recipients)],
    [words.people, list(othersIn(document))],
    [words.places, list(document.places)],
    [words.subjects, list(document.subjects)],
    [words.publication, document.publication && formatPublication(document.publication)],
    [words.type, list(document.type), true],
    [words.languages, list(document.languages), true],
    [words.source, list(document.source)],
    [words.record, list(recordsBeside(document)), true],
    [words.rights, list(document.rights), true],
  ];
  return rows.flatMap(([name, value, inline = false]) => {
    const text = clipEscaped(escapeMarkdown(oneLine(value ?? '')), MOST.value);
    return text ? [{ name, value: text, inline }] : [];
  });
}

/** The archive's numbers, but for one that the id in the footer is made of. */
const recordsBeside = ({ id, identifier }: Document) =>
  identifier?.filter((record) => {
    const slug = record.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    return id !== slug && id.replace(/(?:-[0-9a-f]{6})+$/, '') !== slug;
  });

/** The people whom no other field of the card names. */
const othersIn = ({ people, recipients }: Document) =>
  people?.filter((name) => !recipients?.includes(name));

const list = (values: readonly string[] | null | undefined) => values?.join('; ');

/** What else decides what one can do with a card. */
type CardPlace = {
  /** Whether the card stands in the document's own thread. */
  isDiscussedHere?: boolean;
  /** Whether the document has a text. */
  hasText?: boolean;
  /** The question that it was found by, as it is kept. */
  question?: string | undefined;
};

/** What one can do with a card: share it if only the invoker sees it, discuss it if all do. */
export function cardButtons(
  { id, url }: Document,
  isPrivate: boolean,
  { isDiscussedHere = false, hasText = false, question }: CardPlace = {},
): ActionRow[] {
  const words = documentWords.buttons;
  const cardButton = (
    label: string,
    action: 'share' | 'note' | 'discuss' | 'related',
    primary = false,
  ) => button(label, customId('document', action, id), { primary });
  const first = isPrivate
    ? [cardButton(words.share, 'share', true), cardButton(words.shareWithNote, 'note')]
    : isDiscussedHere
      ? []
      : [cardButton(words.discuss, 'discuss', true)];
  first.push(
    button(words.cite, customId('cite', 'card', id)),
    button(words.save, customId('list', 'save', id)),
  );
  const second = [cardButton(words.related, 'related')];
  if (hasText) second.push(button(words.passages, passagesId(id, question)));
  if (url && url.length <= MOST.buttonUrl) second.push(linkButton(words.source, url));
  if (!isPrivate)
    second.push(button(words.remove, customId('document', 'remove', id), { danger: true }));
  return [buttonRow(...first), buttonRow(...second)];
}

/** Without the question where Discord has no room for it: then its words are asked for. */
function passagesId(id: string, question: string | undefined): string {
  const whole = question && customId('document', 'passages', id, question);
  return whole && whole.length <= LIMITS.customId ? whole : customId('document', 'passages', id);
}
