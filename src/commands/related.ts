import { documentOption, suggestDocuments } from '../documents/named-document.ts';
import { relatedReply } from '../documents/related-reply.ts';
import { replyWithNamed } from '../documents/which-document.ts';
import { defineCommand } from '../interactions/command.ts';
import { privateOption, slashCommand } from '../interactions/declaration.ts';
import { text } from '../interactions/read-options.ts';
import { relatedWords } from '../wording/related.ts';

/** `/related`: the documents most like one, and why. */
export const related = defineCommand({
  data: slashCommand('related', relatedWords.command, [documentOption('document'), privateOption]),

  read: (options) => ({
    document: text(options, 'document') ?? '',
    private: options.private === true,
    chosen: typeof options.private === 'boolean' ? options.private : undefined,
  }),

  run: (input, services, invoker) =>
    replyWithNamed(input.document, services, invoker, (found) =>
      relatedReply(found, services, input.chosen),
    ),

  suggest: ({ typed }, services) => suggestDocuments(typed, services),
});
