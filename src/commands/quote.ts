import { documentOption, suggestDocuments } from '../documents/named-document.ts';
import { quotationReply } from '../documents/quotation-reply.ts';
import { replyWithNamed } from '../documents/which-document.ts';
import { UserError } from '../errors.ts';
import { defineCommand } from '../interactions/command.ts';
import { privateOption, slashCommand, textOption } from '../interactions/declaration.ts';
import { text } from '../interactions/read-options.ts';
import { LONGEST_QUOTATION } from '../search/quotations.ts';
import { quotingWords as words } from '../wording/quotations.ts';

/** `/quote`: whether a quotation stands in what is loaded, word for word or nearly. */
export const quote = defineCommand({
  data: slashCommand('quote', words.command.description, [
    textOption('text', words.command.text, { required: true, most: LONGEST_QUOTATION }),
    documentOption('document', { required: false }),
    privateOption,
  ]),

  read(options) {
    const quoted = text(options, 'text');
    if (!quoted) throw new UserError(words.noWords);
    return {
      quoted,
      document: text(options, 'document'),
      private: typeof options.private === 'boolean' ? options.private : undefined,
    };
  },

  run(input, services, invoker) {
    const { quoted, document } = input;
    if (document === undefined) return quotationReply(quoted, undefined, services, input.private);
    return replyWithNamed(document, services, invoker, (named) =>
      quotationReply(quoted, named, services, input.private),
    );
  },

  suggest: ({ typed }, services) => suggestDocuments(typed, services),
});
