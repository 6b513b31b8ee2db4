import { citationCard } from '../cards/citation.ts';
import { type ActionRow, button, buttonRow, menuRow } from '../cards/components.ts';
import { customId } from '../cards/routes.ts';
import { cite as citeDocument } from '../data/citations/cite.ts';
import { CITATION_FORMATS, type CitationFormat } from '../data/citations/files/formats.ts';
import { STYLES, type Style } from '../data/citations/styles.ts';
import type { Document } from '../data/corpus/document.ts';
import { changedFields } from '../documents/card-memory.ts';
import { documentOption, requireDocument, suggestDocuments } from '../documents/named-document.ts';
import { replyWithNamed } from '../documents/which-document.ts';
import { today } from '../interactions/clock.ts';
import {
  type ComponentInteraction,
  defineCommand,
  type Handlers,
  type Reply,
  type Services,
} from '../interactions/command.ts';
import { privateOption, slashCommand, textOption } from '../interactions/declaration.ts';
import { readChoice, text } from '../interactions/read-options.ts';
import { citationWords as words } from '../wording/citations.ts';

const FORMATS = Object.keys(CITATION_FORMATS) as CitationFormat[];

/** `/cite`: a document as a footnote or a bibliography has it, or as a file for a reference manager. */
export const cite = defineCommand({
  data: slashCommand('cite', words.command.description, [
    documentOption('document'),
    textOption('style', words.command.style, { choices: STYLES }),
    textOption('format', words.command.format, { choices: FORMATS }),
    privateOption,
  ]),

  read: (options) => ({
    title: text(options, 'document') ?? '',
    style: readChoice(options, 'style', STYLES) ?? 'chicago-note',
    format: readChoice(options, 'format', FORMATS),
    private: options.private === true,
  }),

  run: ({ title, style, format, private: isPrivate }, services, invoker) =>
    replyWithNamed(title, services, invoker, async (document) => {
      const reply = await citation(document, style, services, isPrivate);
      return format ? { ...reply, files: [await fileOf(document, format, services)] } : reply;
    }),

  suggest: ({ typed }, services) => suggestDocuments(typed, services),

  components: {
    /** The card's button; on a card of another state of the record, that is said. */
    card: async ({ args: [id = ''], message }, services) => {
      const document = await requireDocument(id, services.archive);
      const reply = await citation(document, 'chicago-note', services, true);
      const share = message && (await services.store.shares.find(message.id));
      const [warning] = changedFields(document, share);
      return warning ? { ...reply, content: warning.value } : reply;
    },

    style: async ({ args: [id = ''], values: [style] }: ComponentInteraction, services) => {
      const chosen = STYLES.find((one) => one === style) ?? 'chicago-note';
      const document = await requireDocument(id, services.archive);
      return { ...(await citation(document, chosen, services, true)), inPlace: true };
    },

    file: async ({ args: [id = '', format] }: ComponentInteraction, services) => {
      const chosen = FORMATS.find((one) => one === format) ?? 'ris';
      const file = await fileOf(await requireDocument(id, services.archive), chosen, services);
      return { embeds: [], files: [file], private: true };
    },
  } satisfies Handlers<'cite'>,
});

/** Only a private citation can be changed: others may be reading a public one. */
async function citation(
  document: Document,
  style: Style,
  services: Services,
  isPrivate: boolean,
): Promise<Reply> {
  const cited = await citeDocument(
    document,
    style,
    today(services),
    (await services.archive.series()).get(document.collection),
  );
  return {
    embeds: [citationCard(document, words.styles[style], cited)],
    components: isPrivate ? choices(document.id, style) : [],
    private: isPrivate,
  };
}

const choices = (id: string, chosen: Style): ActionRow[] => [
  menuRow(
    customId('cite', 'style', id),
    words.styleMenu,
    STYLES.map((style) => ({
      label: words.styles[style],
      value: style,
      default: style === chosen,
    })),
  ),
  buttonRow(
    ...FORMATS.map((format) =>
      button(CITATION_FORMATS[format].name, customId('cite', 'file', id, format)),
    ),
  ),
];

async function fileOf(document: Document, format: CitationFormat, services: Services) {
  const { extension, write } = CITATION_FORMATS[format];
  const writing = {
    accessed: today(services),
    title: document.title,
    series: await services.archive.series(),
  };
  const content = await write([{ document }], writing);
  return { name: `${document.id}.${extension}`, bytes: new TextEncoder().encode(content) };
}
