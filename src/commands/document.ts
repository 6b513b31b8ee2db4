import { cardReply } from '../documents/card-reply.ts';
import { discuss } from '../documents/discussing.ts';
import { documentPages } from '../documents/document-pages.ts';
import { documentOption, requireDocument, suggestDocuments } from '../documents/named-document.ts';
import { relatedReply } from '../documents/related-reply.ts';
import { passages, seek, sought } from '../documents/seek-passages.ts';
import { askNote, remove, share, shareNoted } from '../documents/sharing.ts';
import { replyWithNamed } from '../documents/which-document.ts';
import {
  defineCommand,
  type Handlers,
  type Invoker,
  type Services,
} from '../interactions/command.ts';
import { privateOption, slashCommand } from '../interactions/declaration.ts';
import { text } from '../interactions/read-options.ts';
import { documentWords } from '../wording/documents.ts';

/** `/document`: puts a card into the discussion. It also owns the buttons of every card. */
export const document = defineCommand({
  data: slashCommand('document', documentWords.command, [documentOption('title'), privateOption]),

  read: (options) => ({ title: text(options, 'title') ?? '', private: options.private === true }),

  run: (input, services, invoker) =>
    replyWithNamed(input.title, services, invoker, (found) =>
      cardReply(found, input.private, services, invoker),
    ),

  suggest: ({ typed }, services) => suggestDocuments(typed, services),

  components: {
    ...documentPages.components,

    open: ({ args: [question], values: [id = ''] }, services, invoker) =>
      openCard(id, services, invoker, question),
    card: ({ args: [id = ''] }, services, invoker) => openCard(id, services, invoker),
    choose: ({ values: [id = ''] }, services, invoker) => openCard(id, services, invoker),

    share,
    note: askNote,
    noted: shareNoted,
    remove,
    discuss,
    passages,
    seek,
    sought,

    related: async ({ args: [id = ''] }, services) =>
      relatedReply(await requireDocument(id, services.archive), services, true),
  } satisfies Handlers<'document'>,
});

/** A document's card for the invoker alone. @param question that it was found by, as it is kept */
const openCard = async (id: string, services: Services, invoker: Invoker, question?: string) =>
  cardReply(
    await requireDocument(id, services.archive),
    true,
    services,
    invoker,
    undefined,
    question,
  );
